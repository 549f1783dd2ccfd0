callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body { name: String }
        body bytes "text/csv"
        -> 204
    }
}

fn main() {}
