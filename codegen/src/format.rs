//! The formatter: the text of a spec, laid out the one way.
//!
//! It works on tokens and comments, not on the [tree](crate::syntax::tree), so that nothing a
//! person wrote can get lost, and what the rest of this crate cannot do yet is laid out as well:
//!
//! 1. `pieces`: tokens, each with the comments and line breaks before it.
//! 2. `grammar`: which group is a list of what, and where its entries start and end.
//! 3. `spacing`: between which tokens a space stands.
//! 4. `layout`: lines.
//! 5. `check`: that the result has the same tokens and comments. If not, there is no result.

mod check;
mod grammar;
mod layout;
mod pieces;
mod rust;
mod sections;
mod spacing;

use std::ops::Range;

use proc_macro2::Span;

use crate::diagnostic::{Diagnostic, Kind};
use crate::problem::{Problem, problems};
use crate::source::Sources;
use crate::{diagnostic::Diagnostics, syntax};
use pieces::Pieces;

pub use rust::format_rust;

/// How wide a line is at most, where something can be broken.
const WIDTH: usize = 100;

/// Where the lines of a text stand, and how they end.
#[derive(Debug, Clone, Copy)]
struct Frame<'a> {
    /// What is in front of every line.
    base: &'a str,
    /// How many spaces follow it at least.
    indent: usize,
    /// What is between lines.
    newline: &'a str,
}

/// Lays out the text of a spec's file. `path` is for problems only, nothing is read.
///
/// What does not parse is not laid out. Meaning is not looked at.
pub fn format_spec(path: &str, text: &str) -> Result<String, Vec<Problem>> {
    let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let frame = Frame { base: "", indent: 0, newline: newline_of(text) };
    let body = format_part(path, text, mark.len()..text.len(), frame)?;
    let end = if body.is_empty() { "" } else { frame.newline };
    Ok(format!("{mark}{body}{end}"))
}

/// What ends the first line.
fn newline_of(text: &str) -> &'static str {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// Lays out a part of a text, without a line break at its end.
fn format_part(
    path: &str,
    text: &str,
    part: Range<usize>,
    frame: Frame<'_>,
) -> Result<String, Vec<Problem>> {
    let mut sources = Sources::new(Span::call_site());
    let mut diagnostics = Diagnostics::default();
    let Some(stream) = sources.add_part(path, text.to_owned(), part.clone(), &mut diagnostics)
    else {
        return Err(problems(&diagnostics, &sources, "", path));
    };
    let mut mistakes = Diagnostics::default();
    for diagnostic in syntax::check_form(&mut sources, stream).sorted() {
        if diagnostic.kind == Kind::Mistake {
            mistakes.push(diagnostic.clone());
        }
    }
    if !mistakes.is_empty() {
        return Err(problems(&mistakes, &sources, "", path));
    }
    let mut pieces = Pieces::new(&sources, stream, text, part.start);
    let form = match grammar::read(&mut pieces) {
        Ok(form) => form,
        Err(span) => {
            mistakes.push(Diagnostic::error(span, "nested too deep to be laid out"));
            return Err(problems(&mistakes, &sources, "", path));
        }
    };
    let formatted = layout::print(&pieces, &form, frame);
    if check::is_same(&pieces, &formatted) {
        Ok(formatted)
    } else {
        let message = "laying this out would change what it says; please report this";
        Err(vec![Problem::whole(path, message)])
    }
}
