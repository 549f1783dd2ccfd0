callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET "/things?all" as find { -> 204 }
}

fn main() {}
