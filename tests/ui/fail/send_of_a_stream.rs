callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things as watch {
        -> 200 sse Thing
    }
    struct Thing { name: String }
}

fn main() {
    let client = Acme::builder().build().unwrap();
    let _ = client.watch().send();
}
