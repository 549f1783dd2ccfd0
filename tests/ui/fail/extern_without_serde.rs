callsheet::client! {
    extern type Money: String = crate::Money;
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Money;

fn main() {}
