callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /a as find { -> 204 }
    GET /b as find { -> 204 }
}

fn main() {}
