callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body bytes { name: String }
        -> 204
    }
}

fn main() {}
