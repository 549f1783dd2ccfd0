callsheet::client! {
    enum Animal tag kind { dog(Dgo) }
    struct Dog { name: String }
}

fn main() {}
