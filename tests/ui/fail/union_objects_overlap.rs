callsheet::client! {
    enum Shape { Circle(Circle), Square(Square) }
    struct Circle { size: f64, color?: String }
    struct Square { size: f64 }
}

fn main() {}
