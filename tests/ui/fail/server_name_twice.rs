callsheet::client! {
    api Acme {
        server "https://a.acme.com" as main
        server "https://b.acme.com" as main
    }
}

fn main() {}
