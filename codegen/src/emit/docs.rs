//! Docs: the page's words first, then what the spec knows beside them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Deprecated, Field, RustPath};

/// The lines of a doc comment.
pub(super) fn doc(lines: &[String]) -> TokenStream {
    lines
        .iter()
        .map(|line| {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            quote!(#[doc = #line])
        })
        .collect()
}

/// The lines of a doc comment, or one line where the spec has none.
pub(super) fn doc_or(lines: &[String], fallback: &str) -> TokenStream {
    if lines.is_empty() { doc(&[fallback.to_owned()]) } else { doc(lines) }
}

/// What a field's docs say: the page's words, its constraints and its default.
pub(super) fn field_lines(field: &Field) -> Vec<String> {
    let mut lines = field.docs.clone();
    let mut facts = field.constraints.clone();
    if let Some(default) = &field.default {
        facts.push(format!("Default: `{default}`."));
    }
    if !facts.is_empty() {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(facts.join(" "));
    }
    if field.docs.is_empty() {
        lines.insert(0, format!("`{}`", field.name.wire));
        if lines.len() > 1 {
            lines.insert(1, String::new());
        }
    }
    lines
}

/// What the docs of all other keys say.
pub(super) fn rest_lines(rest: &Field) -> Vec<String> {
    let mut lines = rest.docs.clone();
    if lines.is_empty() {
        lines.push("All other keys.".into());
    }
    if !rest.constraints.is_empty() {
        lines.extend([String::new(), rest.constraints.join(" ")]);
    }
    lines
}

/// `#[deprecated]`, as rustc wants it.
pub(super) fn deprecated(deprecated: Option<&Deprecated>) -> TokenStream {
    let Some(deprecated) = deprecated else {
        return TokenStream::new();
    };
    let Deprecated { since, note } = deprecated;
    match (since, note) {
        (None, None) => quote!(#[deprecated]),
        (None, Some(note)) => quote!(#[deprecated(note = #note)]),
        (Some(since), note) if is_version(since) => {
            let note = note.as_ref().map(|note| quote!(note = #note,));
            quote!(#[deprecated(since = #since, #note)])
        }
        (Some(since), None) => {
            let note = format!("since {since}");
            quote!(#[deprecated(note = #note)])
        }
        (Some(since), Some(note)) => {
            let note = format!("{note} (since {since})");
            quote!(#[deprecated(note = #note)])
        }
    }
}

/// Whether a text is a version as `since` of Rust has it; clippy takes no other there.
fn is_version(text: &str) -> bool {
    let is_number = |part: &str| part.parse::<u64>().is_ok_and(|number| number.to_string() == part);
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3 && parts.into_iter().all(is_number)
}

/// A link to something that the spec does not declare.
pub(super) fn link(path: &RustPath) -> String {
    let name = path.names.last().map_or("", |name| name.rust.as_str());
    let start =
        if path.names.first().is_some_and(|first| first.rust == "crate") { "" } else { "::" };
    format!("[`{name}`]({start}{path})")
}
