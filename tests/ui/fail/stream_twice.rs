callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as watch {
        -> 200 sse Thing
        -> 201 ndjson Thing
    }
    struct Thing { name: String }
}

fn main() {}
