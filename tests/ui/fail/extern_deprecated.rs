callsheet::client! {
    #[deprecated] extern type Money: String = ::std::string::String;
}

fn main() {}
