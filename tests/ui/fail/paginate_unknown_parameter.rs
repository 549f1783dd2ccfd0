callsheet::client! {
    api Shelf {
        server "https://api.shelf.com"
    }

    #[paginate(items = data, aftr = next)]
    GET /books as list { query { after?: String, page?: u32 = 1, at?: u32, ids?: [String] } -> 200 Page }
    struct Page { data: [String], next?: String, total: u32, #[sensitive] keys?: [String] }
}

fn main() {}
