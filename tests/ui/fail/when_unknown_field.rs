callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as ask {
        body { stream?: bool }
        -> 200 Thing
        #[when(steam = true)]
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {}
