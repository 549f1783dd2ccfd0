callsheet::client! {
    api Acme { server "https://api.example.com" }
    extend qoder::Qoder;
    GET /v1/a as a { -> 204 }
}

fn main() {}
