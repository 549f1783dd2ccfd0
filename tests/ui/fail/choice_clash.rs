callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { a: u8, (a: u8 | b: u8) as one }
}

fn main() {}
