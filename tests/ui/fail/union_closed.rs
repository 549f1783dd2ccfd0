callsheet::client! {
    #[closed] enum Content { Text(String), Number(u32) }
}

fn main() {}
