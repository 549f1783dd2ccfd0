callsheet::client! {
    api Acme { server "https://api.acme.com" }
    #[closed] enum Priority { 1 as Low, 2 as High }
    POST /jobs as create {
        body { priority: Priority }
        -> 204
        example { "priority": 3 }
    }
}

fn main() {}
