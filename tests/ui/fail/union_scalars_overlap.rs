callsheet::client! {
    enum Content { Text(String), At(DateTime) }
}

fn main() {}
