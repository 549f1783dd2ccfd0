callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth bearer
    }
    GET /things as find { auth bearer auth none -> 204 }
}

fn main() {}
