callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth basic = env("ACME_LOGIN")
    }
}

fn main() {}
