callsheet::client! {
    api Acme { server "https://api.acme.com" }
    enum Animal tag kind { dog { name: String }, cat }
    POST /animals as create { body Animal -> 204 example { "name": "Rex" } }
}

fn main() {}
