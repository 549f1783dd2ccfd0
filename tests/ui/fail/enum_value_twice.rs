callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    enum Color { red, red }
}

fn main() {}
