callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[timeout(25h)]
    POST /jobs as start {
        body { name: String }
        -> 204
    }
}

fn main() {}
