callsheet::client! {
    extend qoder::Qoder;
    enum A tag type { agent(qoder::agents::Agent) }
}

fn main() {}
