callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        -> 204
        errors { 200 }
    }
}

fn main() {}
