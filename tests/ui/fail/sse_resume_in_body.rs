callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as watch {
        body { after?: String }
        #[sse(resume = after)]
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {}
