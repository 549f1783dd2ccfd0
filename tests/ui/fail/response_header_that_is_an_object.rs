callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    struct Thing { name: String }

    POST /things as make {
        body text
        -> 200 header { X-Thing: Thing }
    }
}

fn main() {}
