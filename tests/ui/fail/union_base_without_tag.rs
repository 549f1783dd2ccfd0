callsheet::client! {
    enum Content { ..Base, Text(String) }
    struct Base { id: String }
}

fn main() {}
