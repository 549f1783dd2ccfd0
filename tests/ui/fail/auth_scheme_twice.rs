callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth bearer
        auth bearer = env("ACME_TOKEN")
    }
}

fn main() {}
