callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { #[multiple_of(0)] id: u8 }
}

fn main() {}
