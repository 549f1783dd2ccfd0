callsheet::client! {
    extend qoder::Qoder { server "https://api.example.com" }
    GET /v1/a as a { -> 204 }
}

fn main() {}
