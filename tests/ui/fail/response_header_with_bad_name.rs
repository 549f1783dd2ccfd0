callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body text
        -> 200 header { "X Total" as total: u64 }
    }
}

fn main() {}
