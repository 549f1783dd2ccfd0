callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Failure { name: String }
}

fn main() {}
