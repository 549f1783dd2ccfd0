callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body bytes File
        -> 204
    }
}

fn main() {}
