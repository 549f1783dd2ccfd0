callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { name: String, name: u32 }
}

fn main() {}
