callsheet::client! {
    enum Priority { 9223372036854775808 as Low, 2 as High }
}

fn main() {}
