callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature, format = "{hex}", tolerance = 5m)]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
