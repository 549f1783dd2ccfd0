callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as watch {
        #[sse(done)]
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {}
