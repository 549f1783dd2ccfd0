callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { size: u8 in 0..=300 }
}

fn main() {}
