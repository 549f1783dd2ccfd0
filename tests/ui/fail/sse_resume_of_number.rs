callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as watch {
        query { after?: u32 }
        #[sse(resume = after)]
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {}
