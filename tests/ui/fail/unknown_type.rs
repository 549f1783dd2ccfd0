callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { part: Prat }
    struct Part { name: String }
}

fn main() {}
