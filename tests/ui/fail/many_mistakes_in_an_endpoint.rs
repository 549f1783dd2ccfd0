callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things/{id: Id} as find {
        qurey { a?: String }
        body { name: String }
        -> 700 Thing
        errors { 200, 404 not_found }
    }
    struct Thing { name: String }
}

fn main() {}
