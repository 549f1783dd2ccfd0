callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { created-at: String, createdAt: String }
}

fn main() {}
