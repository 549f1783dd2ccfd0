callsheet::client! {
    extend qoder::Qoder;
    extend qoder::Qoder;
    GET /v1/a as a { -> 204 }
}

fn main() {}
