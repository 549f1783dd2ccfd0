callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body multipart { file: File, name?: String | null }
        -> 204
    }
}

fn main() {}
