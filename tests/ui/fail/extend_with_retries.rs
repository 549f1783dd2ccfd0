callsheet::client! {
    #[retry(max = 1)]
    extend qoder::Qoder;
    GET /v1/a as a { -> 204 }
}

fn main() {}
