callsheet::client! {
    enum Event tag type { agent.idle, agent-idle }
}

fn main() {}
