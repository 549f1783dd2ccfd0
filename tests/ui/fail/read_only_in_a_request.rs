callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    PUT /a as put { body { #[read_only] id: u8 } -> 204 }
}

fn main() {}
