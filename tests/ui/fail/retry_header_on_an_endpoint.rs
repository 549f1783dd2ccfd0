callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[retry(veto = X-Should-Retry)]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
