callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Id<T>(String);
}

fn main() {}
