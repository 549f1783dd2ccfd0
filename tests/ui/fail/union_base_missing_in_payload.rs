callsheet::client! {
    enum Animal tag kind { ..Base, dog(Dog) }
    struct Base { id: String }
    struct Dog { name: String }
}

fn main() {}
