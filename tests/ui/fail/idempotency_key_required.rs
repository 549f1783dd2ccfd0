callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /jobs as start {
        header {
            #[idempotency_key]
            Idempotency-Key: String,
        }
        -> 204
    }
}

fn main() {}
