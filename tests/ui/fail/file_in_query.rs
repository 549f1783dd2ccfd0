callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        query { file: File }
        -> 204
    }
}

fn main() {}
