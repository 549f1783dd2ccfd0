callsheet::client! {
    enum Priority { 1 as Low, 2 as High, 1 as Small }
}

fn main() {}
