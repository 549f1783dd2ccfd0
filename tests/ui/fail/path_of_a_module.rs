callsheet::client! {
    extend qoder::Qoder;
    mod a { struct B { c: u32 } }
    GET /v1/a as a_ { -> 200 a::B }
}

fn main() {}
