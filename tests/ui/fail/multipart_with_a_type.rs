callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    struct Thing { name: String }

    POST /things as make {
        body multipart Thing
        -> 204
    }
}

fn main() {}
