callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /a/{id: String}/b/{id: String} as find { -> 204 }
}

fn main() {}
