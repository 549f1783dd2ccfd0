callsheet::client! {
    enum Animal tag kind { dog(Dog | null) }
    struct Dog { name: String }
}

fn main() {}
