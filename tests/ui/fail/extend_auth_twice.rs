callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { auth bearer & bearer -> 204 }
}

fn main() {}
