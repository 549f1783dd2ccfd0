callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /login as login {
        body { user: String, #[sensitive] password: String, #[sensitive] pin?: String | null, #[sensitive] codes?: [String] }
        -> 200 Token
    }
    struct Token { #[sensitive] token: String }
}

fn main() {
    let client = Acme::builder().base_url("http://127.0.0.1:1").build().unwrap();
    let call = client.login("ann", "hunter2-canary").pin("1234-canary").codes(["canary".to_owned()]);
    assert!(!format!("{call:?}").contains("canary"), "{call:?}");
}
