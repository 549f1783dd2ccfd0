callsheet::client! {
    api Acme { server "https://api.acme.com" }
    enum Filter { Name(String), Range(Range) }
    struct Range { from: u32 }
    GET /jobs as list { query { filter?: Filter } -> 204 }
}

fn main() {}
