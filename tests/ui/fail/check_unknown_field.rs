callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[check(end > strat)]
    struct Dog { start: u8, end: u8 }
}

fn main() {}
