callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Item { id: u8 }
    struct Page<Item> { data: [Item] }
}

fn main() {}
