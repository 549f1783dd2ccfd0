callsheet::client! {
    api Shelf {
        server "https://api.shelf.com"
    }

    #[paginate(items = data, url = next)]
    GET /books as list { -> 204 }
    struct Page { data: [String], next?: String, total: u32, #[sensitive] keys?: [String] }
}

fn main() {}
