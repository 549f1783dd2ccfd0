callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Node { (a: Node | b: Node) as one }
}

fn main() {}
