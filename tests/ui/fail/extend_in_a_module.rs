callsheet::client! {
    api Acme { server "https://api.example.com" }
    mod a {
        extend qoder::Qoder;
        GET /v1/a as a { -> 204 }
    }
}

fn main() {}
