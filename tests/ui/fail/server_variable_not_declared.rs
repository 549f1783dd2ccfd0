callsheet::client! {
    api Acme {
        server "https://{region}.acme.com" { reigon: String = "eu" }
    }
}

fn main() {}
