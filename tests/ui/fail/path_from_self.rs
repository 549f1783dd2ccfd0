callsheet::client! {
    extend qoder::Qoder;
    struct A { b: self::B }
}

fn main() {}
