//! What pages beside what does not, and names that pages and waits use.

callsheet::client! {
    api Shelf {
        server "https://api.shelf.com"
    }

    mod books {
        #[paginate(items = data.rows, "page[after]" = data.next, while = more)]
        GET /books as list {
            query { "page[after]" as after?: After, fn?: bool }
            -> 200 { data?: Data | null, more: bool }
        }
        struct After(String);
        struct Data { rows?: [Book | null] | null, next: u64 | null }
        struct Book { id: String, state: State, shelf?: Shelf }
        struct Shelf { book: Book }
        enum State { new, "read it" as Read }
        #[deprecated]
        #[wait(until = state in ["read it"], poll = single.book)]
        POST /books/{type: u8}/read as read { query { limit?: u32 } -> 200 Book }
        mod single {
            GET /books/{type: u8}/{book_id: String} as book { query { version: "1" } -> 200 Book }
        }
    }
}

fn main() {
    let shelf = Shelf::builder().base_url("http://127.0.0.1:1").build().unwrap();
    let pages: callsheet::Pages<books::List, Failure> = shelf.books().list().r#fn(true).pages();
    let items: callsheet::Items<books::List, Failure> = shelf.books().list().items().max_pages(2);
    fn is_stream<S: callsheet::futures_core::Stream + Send + Unpin>(_: S) {}
    is_stream(pages);
    is_stream(items);
    #[allow(deprecated)]
    let call = shelf.books().read(1);
    let waiting: callsheet::Waiting<books::Book, Failure> =
        call.limit(3).wait(std::time::Duration::from_secs(1));
    drop(waiting);
}
