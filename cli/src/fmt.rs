//! `fmt`: specs and the bodies of macros, laid out the one way.

use std::collections::BTreeSet;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use callsheet_codegen::format::{format_rust, format_spec};

use crate::output::{self, failed};
use crate::replace::replace;
use crate::{Outcome, report};

/// Formats the named files, or only looks whether they are.
pub(crate) fn run(named: &[PathBuf], check: bool) -> Outcome {
    let mut outcome = Outcome::Fine;
    let mut files = BTreeSet::new();
    for path in named {
        if let Err(error) = collect(path, &mut files) {
            outcome = outcome.max(failed(path.display(), &error));
        }
    }
    for file in &files {
        outcome = outcome.max(format(file, check));
    }
    outcome
}

/// A file itself, or all specs in a folder.
fn collect(path: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    if path == Path::new("-") || !path.is_dir() {
        files.insert(path.to_owned());
        return Ok(());
    }
    for entry in path.read_dir()? {
        let entry = entry?;
        let is_spec = entry.path().extension().is_some_and(|extension| extension == "callsheet");
        // Links to folders may lead in circles.
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), files)?;
        } else if is_spec {
            files.insert(entry.path());
        }
    }
    Ok(())
}

fn format(file: &Path, check: bool) -> Outcome {
    let is_stdin = file == Path::new("-");
    let name = if is_stdin { "<stdin>".to_owned() } else { file.display().to_string() };
    let text = if is_stdin { stdin() } else { std::fs::read_to_string(file) };
    let text = match text {
        Ok(text) => text,
        Err(error) => return failed(name, &error),
    };
    let is_rust = file.extension().is_some_and(|extension| extension == "rs");
    let format = if is_rust { format_rust } else { format_spec };
    match format(&name, &text) {
        Err(problems) => {
            report::to_people(&problems);
            Outcome::Problems
        }
        Ok(formatted) if check => difference(&name, &text, &formatted),
        Ok(formatted) if is_stdin => output::print(&formatted),
        Ok(formatted) if formatted == text => Outcome::Fine,
        Ok(formatted) => match replace(file, &formatted) {
            Ok(()) => Outcome::Fine,
            Err(error) => failed(name, &error),
        },
    }
}

fn stdin() -> io::Result<String> {
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    Ok(text)
}

/// Shows the first line that is not as it should be.
fn difference(name: &str, text: &str, formatted: &str) -> Outcome {
    if text == formatted {
        return Outcome::Fine;
    }
    let (mut is, mut should) = (text.split('\n'), formatted.split('\n'));
    let mut number = 1;
    let (is, should) = loop {
        match (is.next(), should.next()) {
            (Some(is), Some(should)) if is == should => number += 1,
            pair => break pair,
        }
    };
    let line = |sign: char, line: Option<&str>| {
        line.map_or_else(String::new, |line| format!("{sign}{}\n", printable(line)))
    };
    let shown = format!("{name}:{number}: not formatted\n{}{}", line('-', is), line('+', should));
    output::print(&shown).max(Outcome::Problems)
}

/// A line without what a terminal would do something about.
fn printable(line: &str) -> String {
    line.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
}
