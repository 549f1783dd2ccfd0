callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { auth bearer("read") -> 204 }
}

fn main() {}
