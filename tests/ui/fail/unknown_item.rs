callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    PSOT /things as make {
        -> 204
    }
}

fn main() {}
