callsheet::client! {
    api Acme {
        server "https://acme.com" { region: String = "eu" }
    }
}

fn main() {}
