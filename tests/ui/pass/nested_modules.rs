callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    mod outer {
        GET /outer as find { -> 200 Thing }
        struct Thing { inner?: Part }
        mod inner {
            GET /inner/{id: u64} as find { -> 200 [Thing] }
            struct Sub { up: Thing, top: Part }
        }
    }
    struct Part { name: String }
}

fn main() {
    let client = Acme::builder().base_url("http://127.0.0.1:1").build().unwrap();
    let _ = client.outer().inner().find(5);
    let _ = client.outer().find();
}
