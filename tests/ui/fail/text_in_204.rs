callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body text
        -> 204 text
    }
}

fn main() {}
