callsheet::client! {
    #[idempotency_key("Idempotency-Key")]
    api Acme {
        server "https://api.acme.com"
    }
}

fn main() {}
