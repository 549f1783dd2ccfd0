callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        query { name: String | null }
        -> 204
    }
}

fn main() {}
