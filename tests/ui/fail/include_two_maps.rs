callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { ..Map<String, u8>, ..Map<String, u8> }
}

fn main() {}
