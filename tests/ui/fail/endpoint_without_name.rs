callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things {
        -> 204
    }
}

fn main() {}
