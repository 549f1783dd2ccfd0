callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        -> 200 xml { title: String }
    }
}

fn main() {}
