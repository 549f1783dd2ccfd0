callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        -> 204 Thing
    }
    struct Thing { name: String }
}

fn main() {}
