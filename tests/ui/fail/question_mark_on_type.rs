callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { title: String? }
}

fn main() {}
