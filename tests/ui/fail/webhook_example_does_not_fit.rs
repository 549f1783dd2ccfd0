callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature)]
    webhook order_paid { body Order example { "id": 7 } }
    struct Order { id: String }
}

fn main() {}
