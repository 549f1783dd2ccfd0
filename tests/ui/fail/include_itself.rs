callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog { ..Cat }
    struct Cat { ..Dog }
}

fn main() {}
