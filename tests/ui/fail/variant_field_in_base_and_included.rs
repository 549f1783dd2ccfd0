callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Base { id: String }
    struct Other { id: u8 }
    enum Event tag type {
        ..Base,
        made { ..Other },
    }
}

fn main() {}
