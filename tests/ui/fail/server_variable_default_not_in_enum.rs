callsheet::client! {
    api Acme {
        server "https://{region}.acme.com" { region: Region = ue }
    }
    #[closed] enum Region { eu, us }
}

fn main() {}
