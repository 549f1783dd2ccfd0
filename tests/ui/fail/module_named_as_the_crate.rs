callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    mod callsheet { GET /a as find { -> 204 } }
}

fn main() {}
