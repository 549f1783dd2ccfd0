callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /type/in as move {
        body { type: String, in: u32, self?: bool, match?: [Fn], async: "yes" }
        -> 200 Fn
    }
    enum Fn { fn, loop, Self }
}

fn main() {
    let client = Acme::builder().base_url("http://127.0.0.1:1").build().unwrap();
    let _ = client.r#move("a", 1).self_(true).r#match([Fn::Loop]);
}
