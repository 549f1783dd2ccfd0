callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as watch {
        -> 200 sse Thing
        example -> 200 { "name": 5 }
    }
    struct Thing { name: String }
}

fn main() {}
