callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth header Content-Length as key
    }
}

fn main() {}
