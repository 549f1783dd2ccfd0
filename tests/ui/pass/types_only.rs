callsheet::client! {
    struct Thing { name: String, size?: u32, note: String | null, tag?: String | null }
    enum Color { red, "deep blue" as DeepBlue }
    #[closed] enum Sign { plus, minus }
    struct Id(String in "^id_");
    struct Count(u32 in 1..);
}

fn main() {}
