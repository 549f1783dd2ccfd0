callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { name: String }
    struct Thing { title: String }
}

fn main() {}
