callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        bdoy { name: String }
        -> 204
    }
}

fn main() {}
