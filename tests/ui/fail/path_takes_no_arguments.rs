callsheet::client! {
    extend qoder::Qoder;
    struct A { b: qoder::agents::Agent<String> }
}

fn main() {}
