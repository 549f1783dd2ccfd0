callsheet::client! {
    extend qoder::Kwoder;
    GET /v1/a as a { -> 204 }
}

fn main() {}
