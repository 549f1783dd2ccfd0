callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {}
