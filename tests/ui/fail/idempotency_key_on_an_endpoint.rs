callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[idempotency_key("Idempotency-Key")]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
