callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth bearer
    }
    GET /things as find { auth none | bearer -> 204 }
}

fn main() {}
