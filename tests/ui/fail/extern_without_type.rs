callsheet::client! {
    extern Money: String = crate::Money;
}

fn main() {}
