callsheet::client! {
    extern type Money = crate::Money;
}

fn main() {}
