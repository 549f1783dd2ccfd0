callsheet::client! {
    extend qoder::Qoder;
    struct A { id: qoder::AgentId in "^agent_" }
}

fn main() {}
