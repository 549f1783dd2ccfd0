callsheet::client! {
    extern type Money: String = money::Money;
}

fn main() {}
