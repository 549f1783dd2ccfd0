callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Page<T, U> { data: [T] }
}

fn main() {}
