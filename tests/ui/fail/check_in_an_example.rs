callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    PUT /a as put {
        #[check(end > start)] body { start: u8, end: u8 } -> 204
        example { "start": 2, "end": 1 }
    }
}

fn main() {}
