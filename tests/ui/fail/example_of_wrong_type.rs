callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body { size: u32 }
        -> 204
        example { "size": "ten" }
    }
}

fn main() {}
