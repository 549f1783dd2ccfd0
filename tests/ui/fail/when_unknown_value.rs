callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as ask {
        body { mode?: Mode }
        -> 200 Thing
        #[when(mode = steam)]
        -> 200 sse Thing
    }
    enum Mode { whole, stream }
    struct Thing { name: String }
}

fn main() {}
