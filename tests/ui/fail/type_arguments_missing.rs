callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Page<T> { data: [T] }
    struct All { items: Page }
}

fn main() {}
