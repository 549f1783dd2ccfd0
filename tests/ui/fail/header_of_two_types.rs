callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        body text
        -> 200 header { X-Total: u64 }
        -> 201 header { x-total: String }
    }
}

fn main() {}
