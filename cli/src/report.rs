//! Problems, for people and for machines.

use std::ffi::OsStr;
use std::io::IsTerminal as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use callsheet_codegen::problem::{Problem, Region, Severity};
use serde_json::json;

use crate::output::complain;

/// Prints problems to stderr, with the source and in colors where someone looks at them.
pub(crate) fn to_people(problems: &[Problem]) {
    let no_color = std::env::var_os("NO_COLOR");
    let colors = wants_colors(no_color.as_deref(), std::io::stderr().is_terminal());
    let renderer = if colors { Renderer::styled() } else { Renderer::plain() };
    for problem in problems {
        complain(&format!("{}\n\n", render(problem, &renderer)));
    }
}

/// Colors are for terminals, and not for those who do not want them (<https://no-color.org>).
fn wants_colors(no_color: Option<&OsStr>, is_terminal: bool) -> bool {
    is_terminal && no_color.is_none_or(OsStr::is_empty)
}

fn render(problem: &Problem, renderer: &Renderer) -> String {
    let title = match &problem.region {
        Some(_) => problem.message.clone(),
        None => format!("{}: {}", problem.file, problem.message),
    };
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(title));
    if let Some(region) = &problem.region {
        let snippet = Snippet::source(region.text.as_str())
            .line_start(region.line)
            .path(problem.file.as_str())
            .annotation(AnnotationKind::Primary.span(bytes(region)));
        group = group.element(snippet);
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    renderer.render(&[group])
}

/// The bytes of the line that a region takes.
fn bytes(region: &Region) -> std::ops::Range<usize> {
    let at = |characters: usize| {
        region.text.char_indices().nth(characters).map_or(region.text.len(), |(at, _)| at)
    };
    let start = region.column.saturating_sub(1);
    at(start)..at(start + region.width)
}

/// A problem as a line of JSON.
pub(crate) fn to_machines(problem: &Problem) -> String {
    let region = problem.region.as_ref();
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let object = json!({
        "file": problem.file,
        "line": region.map(|region| region.line),
        "column": region.map(|region| region.column),
        "end": region.map(|region| json!({ "line": region.end_line, "column": region.end_column })),
        "severity": severity,
        "message": problem.message,
        "help": problem.help,
    });
    format!("{object}\n")
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::wants_colors;

    #[test]
    fn colors_are_for_terminals_of_those_who_want_them() {
        assert!(wants_colors(None, true));
        assert!(wants_colors(Some(OsStr::new("")), true));
        assert!(!wants_colors(Some(OsStr::new("1")), true));
        assert!(!wants_colors(None, false));
    }
}
