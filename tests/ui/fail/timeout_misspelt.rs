callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[timeut(30s)]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
