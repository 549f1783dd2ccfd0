callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    enum Color { red }
    struct Dog { ..Color }
}

fn main() {}
