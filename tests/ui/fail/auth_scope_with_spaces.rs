callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth oauth2 { token_url: "https://acme.com/token" } as oauth
    }
    GET /things as find { auth oauth("read write") -> 204 }
}

fn main() {}
