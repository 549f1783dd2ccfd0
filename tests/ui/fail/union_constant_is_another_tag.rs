callsheet::client! {
    enum Animal tag kind { dog(Dog) }
    struct Dog { kind: "cat" }
}

fn main() {}
