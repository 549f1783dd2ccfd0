callsheet::client! {
    enum Priority { 1 as Low, 2 }
}

fn main() {}
