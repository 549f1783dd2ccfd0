callsheet::client! {
    api Acme {
        server "https://{shard}.acme.com" { shard: u8 = 1 }
    }
}

fn main() {}
