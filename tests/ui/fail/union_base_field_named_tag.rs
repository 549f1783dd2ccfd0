callsheet::client! {
    enum Animal tag kind { ..Base, dog { name: String } }
    struct Base { tag: String }
}

fn main() {}
