callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[closed] struct Dog { ..Map<String, u8> }
}

fn main() {}
