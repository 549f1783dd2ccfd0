callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { new?: u8, size: u8 }
    POST /things as make { body Thing -> 204 }
}

fn main() {}
