callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as find {
        body { name: String }
        -> 204
    }
}

fn main() {}
