callsheet::client! {
    api Shelf {
        server "https://api.shelf.com"
    }

    #[paginate(items = data, after = next)]
    POST /books as list { query { after?: String } -> 200 Page }
    struct Page { data: [String], next?: String, total: u32, #[sensitive] keys?: [String] }
}

fn main() {}
