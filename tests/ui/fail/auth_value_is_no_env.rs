callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth bearer = "pt-secret"
    }
}

fn main() {}
