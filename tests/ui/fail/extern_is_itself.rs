callsheet::client! {
    extern type Money: Money = ::std::string::String;
}

fn main() {}
