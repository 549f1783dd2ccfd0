callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things?all=1 as find { -> 204 }
}

fn main() {}
