callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    enum Sign { "+", "-" as Minus }
}

fn main() {}
