callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth bearer
        auth basic
    }
    GET /things as find { auth bearer & basic -> 204 }
}

fn main() {}
