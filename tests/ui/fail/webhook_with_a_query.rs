callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature)]
    webhook order_paid { query { a: u8 } body Order }
    struct Order { id: String }
}

fn main() {}
