callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body text
        -> 200 form { ok: bool }
    }
}

fn main() {}
