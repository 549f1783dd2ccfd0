callsheet::client! {
    #[signature(header = Acme-Signature)]
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
