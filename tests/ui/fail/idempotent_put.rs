callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[idempotent]
    PUT /jobs/{id: u64} as replace {
        -> 204
    }
}

fn main() {}
