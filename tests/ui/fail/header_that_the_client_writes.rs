callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        header { Content-Type: String }
        -> 204
    }
}

fn main() {}
