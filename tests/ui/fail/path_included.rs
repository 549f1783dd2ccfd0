callsheet::client! {
    extend qoder::Qoder;
    struct A { ..qoder::agents::Agent }
}

fn main() {}
