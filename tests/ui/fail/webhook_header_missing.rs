callsheet::client! {
    #[signature(hmac_sha256, secret = env("ACME_WEBHOOK_SECRET"))]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
