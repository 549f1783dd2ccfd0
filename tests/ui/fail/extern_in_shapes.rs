callsheet::client! {
    extern type Money: String = ::std::string::String;
    enum Cost { Money(Money), Cents(u64) }
}

fn main() {}
