callsheet::client! {
    enum Priority { 1 as Low, 2 as High }
    struct Job { priority?: Priority = Low }
}

fn main() {}
