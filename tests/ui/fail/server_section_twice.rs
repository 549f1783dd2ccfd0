callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    GET /things as find { server "https://a.acme.com" server "https://b.acme.com" -> 204 }
}

fn main() {}
