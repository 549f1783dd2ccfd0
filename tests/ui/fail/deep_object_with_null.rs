callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    struct Filter { name: String | null }

    GET /things as find {
        query { #[style(deep)] filter?: Filter }
        -> 204
    }
}

fn main() {}
