callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { query { #[style(deep)] a?: B } -> 204 }
    struct B { c: qoder::AgentId }
}

fn main() {}
