//! Problems with places. They are collected in one [`Diagnostics`] on the way from text to Rust,
//! and rendered at the end as `compile_error!` items or as text with a caret.

use std::fmt::Write as _;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};

use crate::source::{Place, Sources, Span};

/// What sort of problem it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something is wrong.
    Mistake,
    /// The grammar has it, and this version cannot do it yet.
    NotYet,
    /// Nothing is wrong, but something was most likely forgotten.
    Odd,
    /// A plain word in quotes, which the formatter mends.
    NeedlessQuotes,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What sort of problem it is.
    pub kind: Kind,
    /// Where it is.
    pub span: Span,
    /// What is wrong: lower case, no full stop, the user's text in backticks.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at a place.
    #[must_use]
    pub fn error(span: Span, message: impl Into<String>) -> Self {
        Self { kind: Kind::Mistake, span, message: message.into(), help: None }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Says what sort of problem it is.
    #[must_use]
    pub fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }
}

/// The problems found so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// How many of them are about needless quotes.
    quotes: usize,
}

impl Diagnostics {
    /// Notes a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.quotes += usize::from(diagnostic.kind == Kind::NeedlessQuotes);
        self.list.push(diagnostic);
    }

    /// Whether there is no problem.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many problems there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// How many problems there are after which it is not clear how a text goes on: quotes around a
    /// word do not make it so.
    pub(crate) fn losses(&self) -> usize {
        self.list.len() - self.quotes
    }

    /// The problems in the order of their places.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<&Diagnostic> = self.list.iter().collect();
        list.sort_by_key(|diagnostic| diagnostic.span.first);
        // What is wrong with a field is wrong with it in each struct that includes it.
        list.dedup_by(|one, other| one.span == other.span && one.message == other.message);
        list
    }

    /// The problems as text: a file's with line, column and caret.
    #[must_use]
    pub fn render(&self, sources: &Sources) -> String {
        let rendered: Vec<String> =
            self.sorted().into_iter().map(|diagnostic| render(diagnostic, sources)).collect();
        rendered.join("\n\n")
    }

    /// One `compile_error!` for each problem, at its tokens.
    #[must_use]
    pub fn to_compile_errors(&self, sources: &Sources) -> TokenStream {
        self.sorted()
            .into_iter()
            .flat_map(|diagnostic| compile_error(diagnostic, sources))
            .collect()
    }
}

/// A problem as text.
fn render(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let mut text = String::new();
    match sources.place(diagnostic.span) {
        Place::Inline(..) => {
            text.push_str(&diagnostic.message);
            if let Some(help) = &diagnostic.help {
                let _ = write!(text, "\n\nhelp: {help}");
            }
        }
        Place::File { path, line, column, text: source, width } => {
            let gutter = " ".repeat(line.to_string().len());
            // Tabs before the caret stay tabs, so that it stands under what it marks.
            let indent: String =
                source.chars().take(column - 1).map(|c| if c == '\t' { c } else { ' ' }).collect();
            let carets = "^".repeat(width);
            let _ = write!(
                text,
                "{path}:{line}:{column}: error: {}\n{gutter} |\n{line} | {source}\n{gutter} | {indent}{carets}",
                diagnostic.message
            );
            if let Some(help) = &diagnostic.help {
                let _ = write!(text, "\n{gutter} = help: {help}");
            }
        }
    }
    text
}

/// `::core::compile_error! { "..." }`, whose first and last tokens carry the place.
fn compile_error(diagnostic: &Diagnostic, sources: &Sources) -> TokenStream {
    let (start, end) = match sources.place(diagnostic.span) {
        Place::Inline(start, end) => (start, end),
        Place::File { .. } => {
            let span = sources.rust_span(diagnostic.span);
            (span, span)
        }
    };
    let punct = |c, spacing| {
        let mut punct = Punct::new(c, spacing);
        punct.set_span(start);
        TokenTree::from(punct)
    };
    let mut message = Literal::string(&render(diagnostic, sources));
    message.set_span(end);
    let mut group = Group::new(Delimiter::Brace, TokenTree::from(message).into());
    group.set_span(end);
    [
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        Ident::new("core", start).into(),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        Ident::new("compile_error", start).into(),
        punct('!', Spacing::Alone),
        group.into(),
    ]
    .into_iter()
    .collect()
}

/// The candidate that a misspelt name most likely means.
#[must_use]
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // A third of the letters may be wrong, and at least one.
    let limit = (name.chars().count() / 3).max(1);
    let lower = name.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| *candidate != name)
        .map(|candidate| {
            (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}
