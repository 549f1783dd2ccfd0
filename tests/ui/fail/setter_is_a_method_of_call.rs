callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body { timeout?: u32 }
        -> 204
    }
}

fn main() {}
