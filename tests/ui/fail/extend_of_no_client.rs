callsheet::client! {
    extend qoder::AgentId;
    GET /v1/a as a { -> 204 }
}

fn main() {}
