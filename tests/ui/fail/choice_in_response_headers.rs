callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /v1/a as a { -> 200 header { (X-A as a: u8 | X-B as b: u8) as one } }
}

fn main() {}
