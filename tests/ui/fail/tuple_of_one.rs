callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { a: (u8,) }
}

fn main() {}
