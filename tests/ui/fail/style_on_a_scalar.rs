callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as find {
        query { #[style(pipe)] id?: String }
        -> 204
    }
}

fn main() {}
