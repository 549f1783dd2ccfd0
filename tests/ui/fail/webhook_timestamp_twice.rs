callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature, timestamp = Acme-Timestamp)]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
