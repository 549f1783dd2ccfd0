callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { query { a?: qoder::agents::Agent } -> 204 }
}

fn main() {}
