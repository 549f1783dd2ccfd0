callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[idempotent(true)]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
