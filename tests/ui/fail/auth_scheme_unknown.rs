callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth baerer = env("ACME_TOKEN")
    }
}

fn main() {}
