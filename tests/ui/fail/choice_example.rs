callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    PUT /a as put {
        body { (a: u8 | b: u8) as one } -> 204
        example { "a": 1, "b": 2 }
    }
}

fn main() {}
