callsheet::client! {
    extend qoder::Qoder;
    struct A { b: qoder::Page<String in 1..> }
}

fn main() {}
