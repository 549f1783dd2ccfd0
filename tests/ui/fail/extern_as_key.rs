callsheet::client! {
    extern type Money: String = ::std::string::String;
    struct Bill { parts: Map<Money, u32> }
}

fn main() {}
