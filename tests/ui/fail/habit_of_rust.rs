callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { size: Option<u8> }
}

fn main() {}
