callsheet::client! {
    enum Animal tag kind { dog { name: String } }
    struct DogAnimal { name: String }
}

fn main() {}
