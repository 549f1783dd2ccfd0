callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body { size: u32 in 1..=9 }
        -> 204
        example { "size": 10 }
    }
}

fn main() {}
