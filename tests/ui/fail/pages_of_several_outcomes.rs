callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[paginate(items = data)]
    GET /things as list {
        -> 200 { data: [String] }
        -> 204
    }
}

fn main() {}
