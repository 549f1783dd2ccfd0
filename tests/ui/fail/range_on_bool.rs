callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { on: bool in 0..=1 }
}

fn main() {}
