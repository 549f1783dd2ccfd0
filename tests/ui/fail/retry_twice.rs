callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[retry(max = 1)] #[retry(max = 2)]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
