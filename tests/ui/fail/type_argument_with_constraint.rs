callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Page<T> { data: [T] }
    struct All { items: Page<String in 1..=5> }
}

fn main() {}
