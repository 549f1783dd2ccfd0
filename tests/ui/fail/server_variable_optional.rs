callsheet::client! {
    api Acme {
        server "https://{region}.acme.com" { region?: String }
    }
}

fn main() {}
