callsheet::client! {
    enum Content { Text(String), nothing }
}

fn main() {}
