callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Page<T> { data: [T] }
    enum Event tag type { page(Page<u8>) }
    GET /v1/a as a {
        -> 200 Event
        example -> 200 { "type": "page", "data": [1, "2"] }
    }
}

fn main() {}
