callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Tree<T> { value: T, children?: Tree<[T]> }
}

fn main() {}
