callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body text
        -> 200 text
        -> 200 text u32
    }
}

fn main() {}
