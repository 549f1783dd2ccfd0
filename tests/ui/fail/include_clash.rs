callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Base { id: u8 }
    struct Dog { ..Base, id: u8 }
}

fn main() {}
