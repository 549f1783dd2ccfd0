callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { #[multiple_of(5)] id: String }
}

fn main() {}
