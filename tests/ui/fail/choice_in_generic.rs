callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Dog<T> { value: T, (a: u8 | b: u8) as one }
}

fn main() {}
