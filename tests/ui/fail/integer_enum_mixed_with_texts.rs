callsheet::client! {
    enum Priority { 1 as Low, high }
}

fn main() {}
