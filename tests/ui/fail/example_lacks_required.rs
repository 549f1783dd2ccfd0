callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        -> 200 Thing
        example -> 200 { "name": "a" }
    }
    struct Thing { name: String, size: u32 }
}

fn main() {}
