callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    api Other {
        server "https://other.com"
    }
}

fn main() {}
