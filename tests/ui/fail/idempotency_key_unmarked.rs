callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /jobs as start {
        header { Idempotency-Key?: String }
        -> 204
    }
}

fn main() {}
