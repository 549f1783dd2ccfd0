//! What stands above something: docs and attributes.

use super::{Env, Literal, Word};
use crate::source::Span;

/// What stands above an item, field, section or error case.
#[derive(Debug, Default, Clone)]
pub struct Meta {
    /// The lines of `///` comments, each without the marker and one leading space.
    pub docs: Vec<String>,
    /// The attributes.
    pub attrs: Vec<Attr>,
    /// Whether an attribute has been reported and left out.
    pub incomplete: bool,
}

/// `#[name]`, `#[name(arg, key = value)]` or `#[name(key op value)]`.
#[derive(Debug, Clone)]
pub struct Attr {
    /// The attribute's name.
    pub name: Word,
    /// What is in its parentheses.
    pub args: Vec<AttrArg>,
    /// Whether something in them has been reported and left out.
    pub incomplete: bool,
    /// From `#` to `]`.
    pub span: Span,
}

/// One argument of an attribute.
#[derive(Debug, Clone)]
pub struct AttrArg {
    /// The key, or the whole argument where it has no `=`. `None` where the argument is a bare
    /// literal, as in `#[sunset("2027-01-01")]`.
    pub key: Option<Word>,
    /// The value.
    pub value: Option<AttrValue>,
    /// The whole argument.
    pub span: Span,
}

impl AttrArg {
    /// The place of the value, or of the whole argument where there is none.
    #[must_use]
    pub fn value_span(&self) -> Span {
        match &self.value {
            Some(AttrValue::Literal(literal)) => literal.span,
            Some(AttrValue::Word(word) | AttrValue::Path(word) | AttrValue::In(word, _)) => {
                word.span
            }
            Some(AttrValue::Env(env)) => env.span,
            Some(
                AttrValue::Plus(_)
                | AttrValue::Group(_)
                | AttrValue::List(_)
                | AttrValue::Compare(..),
            )
            | None => self.span,
        }
    }
}

/// The value of an attribute's argument.
#[derive(Debug, Clone)]
pub enum AttrValue {
    /// A literal.
    Literal(Literal),
    /// A word such as `error.type` or `30s`.
    Word(Word),
    /// A list of words such as `[429, 5xx]`.
    List(Vec<Word>),
    /// The rest of a comparison such as `end > start`: the operator and the other field.
    Compare(String, Word),
    /// A Rust path such as `::my::callsheet`: its text without spaces.
    Path(Word),
    /// What comes after `+=`: a number or a word.
    Plus(Box<AttrValue>),
    /// Words in parentheses, as in `link(next)`, where the key is `link`.
    Group(Vec<Word>),
    /// `state in [succeeded, failed]`
    In(Word, Vec<Word>),
    /// `env("A", "B")`
    Env(Env),
}
