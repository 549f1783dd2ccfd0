callsheet::client! {
    enum Animal tag kind { dog { kind: String } }
}

fn main() {}
