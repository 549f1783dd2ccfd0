callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /a as self { -> 204 }
}

fn main() {}
