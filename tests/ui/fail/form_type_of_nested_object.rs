callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }
    struct Address { street: String }
    struct Person { name: String, address: Address }

    POST /things as make {
        body form Person
        -> 204
    }
}

fn main() {}
