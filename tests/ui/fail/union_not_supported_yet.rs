callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    enum Animal tag kind { dog(Dog) }
    struct Dog { name: String }
}

fn main() {}
