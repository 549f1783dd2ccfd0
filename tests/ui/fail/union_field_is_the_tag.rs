callsheet::client! {
    enum Animal tag kind { dog(Dog) }
    struct Dog { kind: String }
}

fn main() {}
