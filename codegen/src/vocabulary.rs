//! The words of the language, by where they stand. Editors show what each says.

/// Where a word of the language stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vocabulary {
    /// It starts an item: `struct`, `GET`.
    Item,
    /// It starts a line of the `api` block: `server`.
    Api,
    /// It is how a client proves who it is: `bearer`.
    Scheme,
    /// It starts a section of an endpoint: `query`.
    Section,
    /// It is how a body is encoded: `form`.
    Encoding,
    /// It is the name of an attribute: `paginate`.
    Attribute,
}

impl Vocabulary {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Item, Self::Api, Self::Scheme, Self::Section, Self::Encoding, Self::Attribute];

    /// The name of the module of the runtime that says what each word is.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Api => "api",
            Self::Scheme => "scheme",
            Self::Section => "section",
            Self::Encoding => "encoding",
            Self::Attribute => "attribute",
        }
    }
}

/// A word of the language in a spec, or what stands where there should be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyword {
    /// The word.
    pub text: String,
    /// Where it is in the spec.
    pub span: crate::source::Span,
    /// What it is one of.
    pub of: Vocabulary,
}
