callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as ask {
        body { bits?: u32 }
        -> 200 Thing
        #[when(bits = 1)]
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {}
