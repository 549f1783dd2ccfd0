callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body text
        -> 200 multipart { ok: bool }
    }
}

fn main() {}
