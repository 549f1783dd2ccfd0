callsheet::client! {
    enum Animal tag kind { ..Base, dog { name: String } }
    struct Base(String);
}

fn main() {}
