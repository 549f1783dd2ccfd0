callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature)]
    webhook order_paid { body Order -> 200 Order }
    struct Order { id: String }
}

fn main() {}
