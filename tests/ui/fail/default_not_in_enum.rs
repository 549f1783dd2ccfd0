callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body { color?: Color = bleu }
        -> 204
    }
    enum Color { red, blue }
}

fn main() {}
