callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { part: Part }
    mod parts { struct Part { name: String } }
}

fn main() {}
