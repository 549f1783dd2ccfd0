callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    struct Address { street: String }

    POST /things as make {
        body form { name: String, address: Address }
        -> 204
    }
}

fn main() {}
