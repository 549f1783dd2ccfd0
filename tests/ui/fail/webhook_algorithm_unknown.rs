callsheet::client! {
    #[signature(hmac_md5, header = Acme-Signature)]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
