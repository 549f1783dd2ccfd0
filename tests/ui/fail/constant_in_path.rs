callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things/{kind: "book"} as find {
        -> 204
    }
}

fn main() {}
