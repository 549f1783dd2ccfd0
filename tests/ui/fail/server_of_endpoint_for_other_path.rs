callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    GET /v2/things as find { server "https://a.acme.com" for /v1 -> 204 }
}

fn main() {}
