callsheet::client! {
    extern type Money: String;
}

fn main() {}
