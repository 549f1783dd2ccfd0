callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature, format = "v1={hexa}")]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
