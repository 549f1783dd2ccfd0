callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { #[sunset("2020-01-01")] id: u8 }
}

fn main() {}
