callsheet::client! {
    api Acme {
        server "https://api.acme.com" for /v1
        server "https://up.acme.com" as uploads for /v2
    }
}

fn main() {}
