callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { size: u32 in 5..5 }
}

fn main() {}
