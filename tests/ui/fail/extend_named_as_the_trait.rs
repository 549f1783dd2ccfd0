callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { -> 200 QoderExt }
    struct QoderExt { a: u32 }
}

fn main() {}
