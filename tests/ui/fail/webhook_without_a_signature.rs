callsheet::client! {
    webhook order_paid { body Order }
    struct Order { id: String }
}

fn main() {}
