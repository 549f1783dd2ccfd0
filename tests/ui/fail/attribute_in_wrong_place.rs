callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[sensitive]
    struct Thing { token: String }
}

fn main() {}
