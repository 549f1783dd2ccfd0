callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    mod things;
}

fn main() {}
