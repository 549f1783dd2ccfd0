callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { -> 204 errors { 404 not_found } }
    #[error(code = code)] struct Problem { code: String }
}

fn main() {}
