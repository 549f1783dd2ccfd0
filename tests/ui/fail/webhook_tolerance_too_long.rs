callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature, tolerance = 48h)]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
