callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature, secret = "whsec_c2VjcmV0")]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
