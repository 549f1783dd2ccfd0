callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things/{id: String} as find { -> 204 }
    GET /things/{name: String} as search { -> 204 }
}

fn main() {}
