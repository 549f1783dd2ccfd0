callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { #[read_only] id: u8 }
    PUT /a as put { body Dog -> 204 example { "id": 1 } }
}

fn main() {}
