callsheet::client! {
    extend qoder::Qoder;
    extern type Money: qoder::AgentId = crate::Money;
}

fn main() {}
