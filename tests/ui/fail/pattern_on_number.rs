callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { size: u32 in "^[0-9]+$" }
}

fn main() {}
