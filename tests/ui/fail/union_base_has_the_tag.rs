callsheet::client! {
    enum Animal tag kind { ..Base, dog { name: String } }
    struct Base { kind: String }
}

fn main() {}
