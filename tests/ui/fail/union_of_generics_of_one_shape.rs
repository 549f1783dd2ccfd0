callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Page<T> { data: [T] }
    enum Pages { A(Page<u8>), B(Page<bool>) }
}

fn main() {}
