callsheet::client! {
    extend qoder::Qoder;
    enum A { Id(qoder::AgentId), Count(u32) }
}

fn main() {}
