callsheet::client! {
    extend qoder::Qoder;
    mod sessions { GET /v1/a as a { -> 204 } }
}

fn main() {}
