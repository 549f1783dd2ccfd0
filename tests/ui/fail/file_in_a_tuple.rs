callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /v1/a as a {
        body multipart { both: (File, String) }
        -> 204
    }
}

fn main() {}
