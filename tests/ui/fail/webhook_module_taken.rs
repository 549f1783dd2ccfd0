callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature)]
    webhook order_paid { body Order }
    mod webhooks { struct Endpoint { url: Url } }
    struct Order { id: String }
}

fn main() {}
