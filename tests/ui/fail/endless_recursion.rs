callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Tree { left: Tree }
}

fn main() {}
