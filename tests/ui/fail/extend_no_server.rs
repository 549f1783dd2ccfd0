callsheet::client! {
    extend qoder::Qoder;
    GET /v2/a as a { -> 204 }
}

fn main() {}
