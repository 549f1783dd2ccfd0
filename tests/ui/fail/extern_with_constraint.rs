callsheet::client! {
    extern type Money: String = ::std::string::String;
    struct Bill { cost: Money in 1..=8 }
}

fn main() {}
