//! Where text comes from: the tokens of a macro call, or files. Every token gets a number, and a
//! [`Span`] is a range of those numbers, so a place is eight plain bytes wherever it comes from.

/// A place in the source: a range of tokens, both ends included.
///
/// Spans are made by the token buffer of [`Sources`] and mean nothing without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// The number of the first token.
    pub first: u32,
    /// The number of the last token.
    pub last: u32,
}

impl Span {
    /// From the first token of `self` to the last of `other`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}
/// stub
#[derive(Debug, Default)]
pub struct Sources;
impl Sources {
    /// stub
    pub fn rust_span(&self, _: Span) -> proc_macro2::Span { proc_macro2::Span::call_site() }
    /// stub
    pub fn files(&self) -> Vec<String> { Vec::new() }
}
