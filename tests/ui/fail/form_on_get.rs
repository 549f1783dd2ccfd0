callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as find {
        body form { name: String }
        -> 204
    }
}

fn main() {}
