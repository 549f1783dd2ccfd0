//! How errors print: one line for people, and all facts but the secrets for debugging.

use std::error::Error as StdError;
use std::fmt;

use super::{Error, ErrorKind, Facts};
use crate::retry::{StopReason, server_delay};
use crate::value::secret::redacted;

/// How much of a body `Debug` shows, in bytes.
const SNIPPET: usize = 256;

/// How much of a body stands in the line, in bytes.
const SHORT: usize = 100;

impl<F> fmt::Display for Error<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.0.facts;
        f.write_str(&line(facts, &secrets(facts)))
    }
}

/// An error in one line, without these secrets.
fn line(facts: &Facts, secrets: &[String]) -> String {
    let line = redacted(Line { facts, secrets }.to_string(), secrets);
    let mut plain = String::with_capacity(line.len());
    // What a server says may break lines, and speak to a terminal.
    for c in line.chars() {
        if c.is_control() { plain.extend(c.escape_default()) } else { plain.push(c) }
    }
    plain
}

/// The line as it is made, before credentials are taken out.
struct Line<'a> {
    facts: &'a Facts,
    secrets: &'a [String],
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = self.facts;
        if let Some(operation) = facts.operation {
            write!(f, "{}: ", operation.name)?;
        }
        what(facts, self.secrets, f)?;
        let mut notes = Vec::new();
        if let Some(id) = &facts.request_id {
            notes.push(format!("request id {id}"));
        }
        if facts.attempts > 1 {
            notes.push(format!("{} attempts", facts.attempts));
        }
        if let Some(state) = facts.state.as_ref().filter(|_| facts.kind != ErrorKind::Failed) {
            notes.push(format!("the last state is `{state}`"));
        }
        // The other reasons are what one expects.
        match facts.stopped {
            Some(StopReason::Quota) => notes.push("the budget of retries is used up".to_owned()),
            Some(StopReason::Delay) => {
                if let Some(delay) = server_delay(&facts.headers) {
                    notes.push(format!("the server asks to wait {} s", delay.as_secs()));
                }
            }
            _ => {}
        }
        if !notes.is_empty() {
            write!(f, " ({})", notes.join(", "))?;
        }
        Ok(())
    }
}

/// The client's credentials.
fn secrets(facts: &Facts) -> Vec<String> {
    facts.keyring.as_ref().map(|keyring| keyring.secrets()).unwrap_or_default()
}

/// What went wrong.
fn what(facts: &Facts, secrets: &[String], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if facts.kind == ErrorKind::Api {
        // A stream may have begun as a success.
        let status = facts.status.filter(|status| !status.is_success());
        match status {
            Some(status) => write!(f, "{}", status.as_u16())?,
            None => f.write_str("error event")?,
        }
        match (&facts.code, &facts.message) {
            (Some(code), Some(message)) => write!(f, " {code}: {message}"),
            (Some(text), None) => write!(f, " {text}"),
            (None, Some(text)) => write!(f, ": {text}"),
            (None, None) => {
                if let Some(status) = status {
                    write!(f, " {}", status.canonical_reason().unwrap_or("unknown status"))?;
                }
                match facts.body.as_deref().filter(|body| is_shown(body)) {
                    Some(body) => write!(f, ": {}", snippet(body, SHORT, secrets)),
                    None => Ok(()),
                }
            }
        }
    } else if let Some(violations) = &facts.violations {
        write!(f, "{violations}")
    } else {
        f.write_str(&facts.detail)?;
        if let Some(decode) = &facts.decode {
            write!(f, ": {decode}")?;
        } else if let (ErrorKind::Decode, Some(body)) = (facts.kind, &facts.body) {
            if is_shown(body) {
                write!(f, ": {}", snippet(body, SHORT, secrets))?;
            }
        }
        // The deepest cause is the one that says something; those above it repeat that something
        // failed.
        match facts.source.as_deref().map(root) {
            Some(cause) if !facts.detail.is_empty() => write!(f, ": {cause}"),
            Some(cause) => write!(f, "{cause}"),
            None => Ok(()),
        }
    }
}

/// The deepest cause.
fn root<'a>(error: &'a (dyn StdError + Send + Sync + 'static)) -> &'a (dyn StdError + 'static) {
    let mut cause: &'a (dyn StdError + 'static) = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause
}

/// Whether a body may be shown. JSON may hold what the spec calls sensitive; a page of HTML or a
/// word from a proxy does not.
fn is_shown(body: &[u8]) -> bool {
    let first = body.iter().find(|byte| !byte.is_ascii_whitespace());
    first.is_some_and(|first| !b"{[\"\xef".contains(first))
}

/// The beginning of a body as text on one line.
fn snippet(body: &[u8], limit: usize, secrets: &[String]) -> String {
    let start = body.get(..limit.min(body.len())).unwrap_or_default();
    let mut text = redacted(String::from_utf8_lossy(start).into_owned(), secrets);
    if body.len() <= limit {
        return text.trim().escape_debug().collect();
    }
    // The cut may have left the start of a secret.
    let starts = |secret: &str| {
        (1..secret.len())
            .rev()
            .find(|length| secret.get(..*length).is_some_and(|start| text.ends_with(start)))
    };
    let cut = secrets.iter().filter_map(|secret| starts(secret)).max().unwrap_or(0);
    text.truncate(text.len() - cut);
    format!("{}…", text.trim().escape_debug())
}

impl<F> fmt::Debug for Error<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.0.facts;
        let secrets = secrets(facts);
        let mut out = f.debug_struct("Error");
        out.field("kind", &facts.kind)
            .field("operation", &facts.operation.map(|operation| operation.name))
            .field("message", &line(facts, &secrets))
            .field("sent", &facts.sent)
            .field("attempts", &facts.attempts)
            .field("retry_stopped", &facts.stopped);
        if let Some(status) = facts.status {
            out.field("status", &status.as_u16());
        }
        if let Some(body) = &facts.body {
            out.field("body_length", &body.len());
            if is_shown(body) {
                out.field("body", &snippet(body, SNIPPET, &secrets));
            }
        }
        if let Some(source) = &facts.source {
            out.field("source", &format_args!("{}", redacted(format!("{source:?}"), &secrets)));
        }
        out.finish()
    }
}

/// `Display` has printed the deepest cause, so there is nothing below it to go on with.
impl<F> StdError for Error<F> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        None
    }
}
