callsheet::client! {
    enum Content { Text(String), Parts(Parts) }
    enum Parts { One(u32), Many([u32]) }
}

fn main() {}
