callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body form [String]
        -> 204
    }
}

fn main() {}
