callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Page<T> { data: [T], next?: String }

    #[paginate(items = data, cursor = next)]
    GET /v1/a as a {
        query { (cursor: String | page: u8) as place? }
        -> 200 Page<u8>
    }
}

fn main() {}
