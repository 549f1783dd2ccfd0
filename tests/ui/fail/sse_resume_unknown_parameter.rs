callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as watch {
        query { after?: String }
        #[sse(resume = aftr)]
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {}
