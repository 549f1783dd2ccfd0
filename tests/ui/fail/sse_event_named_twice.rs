callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as watch {
        #[sse(end = [done, failed], error = failed)]
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {}
