callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as makeThing {
        -> 204
    }
}

fn main() {}
