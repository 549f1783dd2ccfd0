callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as watch {
        -> 200 ndjson "jsonl" Thing
    }
    struct Thing { name: String }
}

fn main() {}
