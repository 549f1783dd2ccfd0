callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body xml { title: String }
        -> 204
    }
}

fn main() {}
