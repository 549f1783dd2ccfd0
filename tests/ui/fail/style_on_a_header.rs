callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as find {
        header { #[style(comma)] X-Ids?: [String] }
        -> 204
    }
}

fn main() {}
