callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth oauth2 { token_url: "https://acme.com/token", tokenurl: "x" }
    }
}

fn main() {}
