callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as find {
        query { #[style(comme)] ids?: [String] }
        -> 204
    }
}

fn main() {}
