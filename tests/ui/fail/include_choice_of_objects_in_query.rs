callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Deep { a: u8 }
    struct Filter { (deep: Deep | flat: u8) as filter }

    GET /v1/a as a { query { ..Filter } -> 204 }
}

fn main() {}
