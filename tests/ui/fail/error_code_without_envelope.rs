callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        -> 204
        errors { 404 not_found }
    }
}

fn main() {}
