callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { #[sensitve] token: String }
}

fn main() {}
