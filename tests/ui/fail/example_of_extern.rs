callsheet::client! {
    api Acme { server "https://api.acme.com" }
    extern type Money: String in "^[0-9]+$" = ::std::string::String;
    POST /bills as create { body { cost: Money } -> 204 example { "cost": "x" } }
}

fn main() {}
