//! What is printed.

use std::fmt::Display;
use std::io::Write as _;

use crate::Outcome;

/// Prints to stdout. A reader that has gone away is not worth a word.
pub(crate) fn print(text: &str) -> Outcome {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => Outcome::Fine,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Outcome::Failed,
        Err(error) => failed("stdout", &error),
    }
}

/// Prints to stderr. There is nowhere to say that this fails.
pub(crate) fn complain(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Says that something could not be read or written.
pub(crate) fn failed(what: impl Display, error: &std::io::Error) -> Outcome {
    complain(&format!("error: {what}: {error}\n"));
    Outcome::Failed
}
