callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[check(end > start)]
    struct Dog { start: u8, end: Date }
}

fn main() {}
