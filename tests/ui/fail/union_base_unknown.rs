callsheet::client! {
    enum Animal tag kind { ..Bsae, dog { name: String } }
    struct Base { id: String }
}

fn main() {}
