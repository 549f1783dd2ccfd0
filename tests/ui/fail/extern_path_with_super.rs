callsheet::client! {
    extern type Money: String = crate::super::Money;
}

fn main() {}
