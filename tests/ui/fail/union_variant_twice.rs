callsheet::client! {
    enum Animal tag kind { dog(Dog), dog { name: String } }
    struct Dog { name: String }
}

fn main() {}
