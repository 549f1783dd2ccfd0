callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body bytes "image/*"
        -> 204
    }
}

fn main() {}
