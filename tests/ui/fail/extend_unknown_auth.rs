callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { auth admin -> 204 }
}

fn main() {}
