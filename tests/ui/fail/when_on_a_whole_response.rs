callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as ask {
        body { stream?: bool }
        #[when(stream = false)]
        -> 200 Thing
    }
    struct Thing { name: String }
}

fn main() {}
