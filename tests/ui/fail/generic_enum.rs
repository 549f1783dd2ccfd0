callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    enum Choice<T> { a, b }
}

fn main() {}
