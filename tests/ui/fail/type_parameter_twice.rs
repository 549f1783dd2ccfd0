callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Page<T, T> { data: [T] }
}

fn main() {}
