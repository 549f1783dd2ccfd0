callsheet::client! {
    api Shelf {
        server "https://api.shelf.com"
    }

    #[paginate(items = data, link(next))]
    GET /books as list { -> 200 [Page] }
    struct Page { data: [String], next?: String, total: u32, #[sensitive] keys?: [String] }
}

fn main() {}
