callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature, tolerence = 300s)]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
