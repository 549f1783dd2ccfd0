callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        -> 404 Thing
    }
    struct Thing { name: String }
}

fn main() {}
