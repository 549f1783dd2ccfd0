callsheet::client! {
    api Works {
        server "https://api.works.com"
    }

    GET /requests as request { -> 204 }
}

fn main() {}
