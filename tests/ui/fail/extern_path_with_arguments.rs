callsheet::client! {
    extern type Money: String = crate::Money<u8>;
}

fn main() {}
