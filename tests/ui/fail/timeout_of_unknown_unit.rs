callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[timeout(30d)]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
