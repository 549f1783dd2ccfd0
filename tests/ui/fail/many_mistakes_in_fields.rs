callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing {
        id: Strng,
        size: u8 in 0..=300,
        "title": String,
        note: String?,
        name: String,
        name: String,
    }
}

fn main() {}
