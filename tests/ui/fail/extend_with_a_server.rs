callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { server "https://api.example.com" -> 204 }
}

fn main() {}
