callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    struct Thing { file?: File }

    POST /things as make {
        body Thing
        -> 204
    }
}

fn main() {}
