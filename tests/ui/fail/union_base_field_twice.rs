callsheet::client! {
    enum Animal tag kind { ..Base, dog { id: String } }
    struct Base { id: u64 }
}

fn main() {}
