callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature, signed = "{timestamp}")]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
