callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        auth bearer
        auth none
        auth none
    }
}

fn main() {}
