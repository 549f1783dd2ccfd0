callsheet::client! {
    extend qoder::Qoder;
    #[paginate(items = data, after = next)]
    GET /v1/a as a { query { after?: String } -> 200 qoder::Page<qoder::agents::Agent> }
}

fn main() {}
