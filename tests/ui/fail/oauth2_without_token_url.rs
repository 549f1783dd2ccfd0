callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth oauth2 { flow: "client_credentials" }
    }
}

fn main() {}
