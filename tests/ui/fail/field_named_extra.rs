callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { extra: u32 }
}

fn main() {}
