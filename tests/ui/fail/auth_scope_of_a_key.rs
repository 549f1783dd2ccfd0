callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth header X-Key as key
    }
    GET /things as find { auth key("read") -> 204 }
}

fn main() {}
