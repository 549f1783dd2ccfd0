callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { #[unique] id: u8 }
}

fn main() {}
