callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body multipart "multipart/mixed" { file: File }
        -> 204
    }
}

fn main() {}
