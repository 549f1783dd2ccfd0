callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[retry(on = [200])]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
