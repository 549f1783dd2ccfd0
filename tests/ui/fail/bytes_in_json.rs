callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Picture { pixels: Bytes }
}

fn main() {}
