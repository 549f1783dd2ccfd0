callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body json "application/json"
        -> 204
    }
}

fn main() {}
