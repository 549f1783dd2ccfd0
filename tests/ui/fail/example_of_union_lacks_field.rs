callsheet::client! {
    api Acme { server "https://api.acme.com" }
    enum Animal tag kind { dog { name: String }, cat }
    POST /animals as create { body { animals: [Animal] } -> 204 example { "animals": [{ "kind": "dog" }] } }
}

fn main() {}
