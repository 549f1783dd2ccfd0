callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth header X-Admin-Key as admin
    }
    GET /things as find { auth amdin -> 204 }
}

fn main() {}
