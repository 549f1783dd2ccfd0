callsheet::client! {
    api Acme { server "https://api.acme.com" }
    #[signature(hmac_sha256, header = Acme-Signature)]
    GET /orders as list { -> 204 }
}

fn main() {}
