callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as find {
        cookie { ids?: [String] }
        -> 204
    }
}

fn main() {}
