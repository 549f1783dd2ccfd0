#![deny(warnings, missing_docs, unreachable_pub)]

//! Unions that hold themselves and each other, in modules, with names that Rust has already.

/// What the extern types are.
pub mod types {
    /// A text.
    pub type Text = std::string::String;
}

callsheet::client! {
    api Acme { server "https://api.acme.com" }

    extern type Text: String = crate::types::Text;

    mod trees {
        extern type Inner: String = crate::types::Text;
        struct Base { ref?: Text, parent?: Node }
        enum Node tag "@type" {
            ..Base,
            #[deprecated(note = "use `pair`")] leaf { text: Inner },
            pair { left: Node, right: Node },
            twig(Twig),
            none, some, ok, self as This, Clone,
        }
        struct Twig { ref?: Text, parent?: Node, nodes: [Node], by_name: Map<String, Node> }
        enum Option { String(String), Vec([Option]), Box(Held), Bool(bool), Number(f64) }
        struct Held { option: Option }
    }
}

fn main() {}
