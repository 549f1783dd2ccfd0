callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as find {
        query { #[style(form)] ids?: [String] }
        -> 204
    }
}

fn main() {}
