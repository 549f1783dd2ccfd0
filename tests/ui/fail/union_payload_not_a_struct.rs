callsheet::client! {
    enum Animal tag kind { dog([Dog]) }
    struct Dog { name: String }
}

fn main() {}
