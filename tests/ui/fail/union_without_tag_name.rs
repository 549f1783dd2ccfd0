callsheet::client! {
    enum Animal tag { dog(Dog) }
    struct Dog { name: String }
}

fn main() {}
