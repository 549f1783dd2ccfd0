callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { part: Missing }
    enum Color { red, red }
    GTE /things as find { -> 204 }
    struct Sound { volume: u32 in 9..=1 }
    mod inner {
        struct thing { a: bool = 5 }
    }
}

fn main() {}
