callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    struct Filter { name: String }

    GET /things as find {
        query { filter?: Filter }
        -> 204
    }
}

fn main() {}
