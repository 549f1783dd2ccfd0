callsheet::client! {
    #[signature(hmac_sha256, header = Acme-Signature)]
    webhook order_paid { -> 2xx }
    struct Order { id: String }
}

fn main() {}
