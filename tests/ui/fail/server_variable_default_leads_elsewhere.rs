callsheet::client! {
    api Acme {
        server "https://{tenant}.acme.com" { tenant: String = "evil.com/x" }
    }
}

fn main() {}
