callsheet::client! {
    api Acme {
        server "api.acme.com"
    }
}

fn main() {}
