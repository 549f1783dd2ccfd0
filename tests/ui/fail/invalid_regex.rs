callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { name: String in "^[a-z" }
}

fn main() {}
