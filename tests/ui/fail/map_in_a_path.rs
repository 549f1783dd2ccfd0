callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things/{id: Map<String, String>} as find {
        -> 204
    }
}

fn main() {}
