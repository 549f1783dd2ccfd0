callsheet::client! {
    GET /v1/a as a { -> 204 }
    extend qoder::Qoder;
}

fn main() {}
