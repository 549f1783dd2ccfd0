callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    PUT /a as put {
        body { at: (u8, String) } -> 204
        example { "at": [1] }
    }
}

fn main() {}
