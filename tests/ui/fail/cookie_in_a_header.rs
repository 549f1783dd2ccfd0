callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as find {
        header { Cookie: String }
        -> 204
    }
}

fn main() {}
