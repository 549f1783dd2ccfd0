callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /v1/a as a { cookie { ..Map<String, String> } -> 204 }
}

fn main() {}
