callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { #[sunset("soon")] id: u8 }
}

fn main() {}
