callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    enum Event tag type {
        made { (type: String | at: u8) as origin },
    }
}

fn main() {}
