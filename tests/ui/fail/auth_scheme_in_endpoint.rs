callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    GET /things as find { auth header X-Api-Key -> 204 }
}

fn main() {}
