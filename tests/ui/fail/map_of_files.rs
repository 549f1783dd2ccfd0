callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body multipart { files: Map<String, File> }
        -> 204
    }
}

fn main() {}
