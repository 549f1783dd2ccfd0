callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Deep { items: [Deep] }
    GET /a as list { query { ..Deep } -> 204 }
}

fn main() {}
