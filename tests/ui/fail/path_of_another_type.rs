callsheet::client! {
    extend qoder::Qoder;
    struct A { time: ::std::time::Duration }
}

fn main() {}
