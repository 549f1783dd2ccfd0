callsheet::client! {
    api Acme { server "https://api.acme.com" }
    enum Content { Text(String), Many([String]) }
    POST /notes as create { body { content: Content } -> 204 example { "content": 5 } }
}

fn main() {}
