callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Page<Item> { data: [Itme] , one: Item }
}

fn main() {}
