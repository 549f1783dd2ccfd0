callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Json { name: String }
}

fn main() {}
