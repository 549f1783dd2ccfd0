callsheet::client! {
    enum Animal { dog { name: String } }
}

fn main() {}
