callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[timeout(1s)] #[timeout(2s)]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
