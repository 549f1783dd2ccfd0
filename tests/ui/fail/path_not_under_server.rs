callsheet::client! {
    api Acme {
        server "https://api.acme.com" for /v1
    }
    GET /v2/things as find { -> 204 }
}

fn main() {}
