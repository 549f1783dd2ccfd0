//! Problems with places. They are collected in one [`Diagnostics`] on the way from text to Rust,
//! and rendered at the end as `compile_error!` items or as text with a caret.

use crate::source::Span;

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub span: Span,
    /// What is wrong: lower case, no full stop, the user's text in backticks.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The spec cannot mean this.
    Error,
    /// Legal but odd.
    Warning,
}

/// The problems found so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// stub
    pub fn push(&mut self, d: Diagnostic) { self.list.push(d); }
    /// stub
    pub fn len(&self) -> usize { self.list.len() }
    /// stub
    pub fn to_compile_errors(&self, _: &crate::source::Sources) -> proc_macro2::TokenStream { Default::default() }
}
impl Diagnostic {
    /// stub
    pub fn error(span: Span, message: impl Into<String>) -> Self { Self { severity: Severity::Error, span, message: message.into(), help: None } }
    /// stub
    pub fn help(mut self, help: impl Into<String>) -> Self { self.help = Some(help.into()); self }
}
/// stub
pub fn suggest<'a>(_: &str, _: impl IntoIterator<Item = &'a str>) -> Option<String> { None }
