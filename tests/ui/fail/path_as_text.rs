callsheet::client! {
    extend qoder::Qoder;
    POST /v1/a as a { body text qoder::AgentId -> 204 }
}

fn main() {}
