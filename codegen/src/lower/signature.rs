//! `#[signature(...)]`: how the deliveries of a webhook are signed.
//!
//! ```text
//! #[signature(
//!     hmac_sha256,
//!     header = Acme-Signature,                  where the signatures are
//!     format = "t={timestamp},v1={hex}",        how they are written there
//!     timestamp = Acme-Timestamp,               where the timestamp is, if not there
//!     id = Acme-Id,                             where the id of the message is, if it has one
//!     signed = "{timestamp}.{body}",            what is signed
//!     secret = env("ACME_WEBHOOK_SECRET"),
//!     key = "whsec_{base64}",                   how secrets write the key
//!     tolerance = 300s,
//! )]
//! ```

use std::time::Duration;

use super::{
    Lowering,
    attempts::{keyed, read_time},
    paging::arg,
};
use crate::diagnostic::suggest;
use crate::model::name::pascal_case;
use crate::model::{KeyText, Signature, SignatureText, SignedPart, Stamp};
use crate::source::Span;
use crate::syntax::tree::{Attr, AttrArg, AttrValue, LiteralKind, Word};

/// What a signature looks like.
pub(super) const EXAMPLE: &str =
    "hmac_sha256, header = Acme-Signature, secret = env(\"ACME_WEBHOOK_SECRET\")";

const KEYS: [&str; 9] =
    ["hmac_sha256", "header", "format", "timestamp", "id", "signed", "secret", "key", "tolerance"];

/// How a header of signatures is written where the spec does not say.
const FORMAT: &str = "t={timestamp},v1={hex}";
/// The longest time that a delivery may be old.
const LONGEST: Duration = Duration::from_secs(24 * 3600);
/// The shortest.
const SHORTEST: Duration = Duration::from_secs(1);

/// A text with placeholders, and where it stands.
struct Template {
    pieces: Vec<Piece>,
    span: Span,
}

#[derive(PartialEq, Eq)]
enum Piece {
    Text(String),
    Slot(String),
}

/// How the header of the signatures is written.
struct Format {
    prefix: String,
    text: SignatureText,
    separator: char,
    /// What stands before the timestamp, where it is there.
    stamp: Option<String>,
}

impl Default for Signature {
    /// One that stands in for those with mistakes.
    fn default() -> Self {
        Self {
            header: "signature".into(),
            prefix: String::new(),
            text: SignatureText::Hex,
            separator: ' ',
            stamp: Stamp::None,
            id: None,
            signed: vec![SignedPart::Body],
            key: None,
            env: Vec::new(),
            tolerance: None,
        }
    }
}

impl Lowering<'_> {
    /// Lowers a signature. `None` where something about it is wrong.
    pub(super) fn signature(&mut self, attr: &Attr) -> Option<Signature> {
        let problems = self.diags.len();
        self.check_args(attr, &KEYS, EXAMPLE);
        if self.diags.len() > problems || attr.incomplete {
            return None;
        }
        self.check_algorithm(attr);
        let header = match arg(attr, "header") {
            Some(arg) => self.header_arg(arg),
            None => {
                let help = "`header = Acme-Signature`";
                self.error_help(attr.span, "the signature has no `header`", Some(help.into()));
                None
            }
        };
        let format = self.format(attr);
        let stamp = format.as_ref().map(|format| self.stamp(attr, format));
        let id = arg(attr, "id").and_then(|arg| self.header_arg(arg));
        self.check_headers_differ(attr);
        let signed = stamp.as_ref().map(|stamp| self.signed(attr, stamp));
        let key = arg(attr, "key").and_then(|arg| self.key(arg));
        let env = arg(attr, "secret").map(|arg| self.secret(arg)).unwrap_or_default();
        let tolerance = arg(attr, "tolerance").and_then(|arg| self.tolerance(arg, stamp.as_ref()));
        if self.diags.len() > problems {
            return None;
        }
        let Format { prefix, text, separator, .. } = format?;
        let (header, stamp, signed) = (header?, stamp?, signed?);
        Some(Signature { header, prefix, text, separator, stamp, id, signed, key, env, tolerance })
    }

    fn check_algorithm(&mut self, attr: &Attr) {
        match arg(attr, "hmac_sha256") {
            Some(AttrArg { value: None, .. }) => {}
            Some(arg) => self.error(arg.span, "`hmac_sha256` stands alone"),
            None => self.error_help(
                attr.span,
                "the signature has no algorithm",
                Some("`hmac_sha256` stands first".into()),
            ),
        }
    }

    /// The name of a header.
    fn header_arg(&mut self, arg: &AttrArg) -> Option<String> {
        let key = arg.key.as_ref().map_or("", |key| key.text.as_str());
        let Some(AttrValue::Word(name)) = &arg.value else {
            let message = "expected the name of a header, without quotes";
            let help = format!("`{key} = Acme-Signature`");
            self.error_help(arg.value_span(), message, Some(help));
            return None;
        };
        self.is_header_name(name).then(|| name.text.clone())
    }

    /// Each header says one thing.
    fn check_headers_differ(&mut self, attr: &Attr) {
        let headers = keyed(attr).filter(|(_, key)| ["header", "timestamp", "id"].contains(key));
        let mut seen: Vec<&Word> = Vec::new();
        for (arg, _) in headers {
            let Some(AttrValue::Word(name)) = &arg.value else { continue };
            if seen.iter().any(|other| other.text.eq_ignore_ascii_case(&name.text)) {
                self.error(name.span, format!("`{}` is in the signature twice", name.text));
            }
            seen.push(name);
        }
    }

    /// `format = "t={timestamp},v1={hex}"`
    fn format(&mut self, attr: &Attr) -> Option<Format> {
        let template = match arg(attr, "format") {
            Some(arg) => self.template(arg, &["timestamp", "hex", "base64"])?,
            None => Template { pieces: pieces(FORMAT).unwrap_or_default(), span: attr.span },
        };
        match read_format(&template.pieces) {
            Ok(format) => Some(format),
            Err(problem) => {
                let help = format!("`format = \"v1={{hex}}\"`, or `format = \"{FORMAT}\"`");
                self.error_help(template.span, problem, Some(help));
                None
            }
        }
    }

    /// Where the timestamp is.
    fn stamp(&mut self, attr: &Attr, format: &Format) -> Stamp {
        match (arg(attr, "timestamp"), &format.stamp) {
            (None, Some(prefix)) => Stamp::Entry(prefix.clone()),
            (None, None) => Stamp::None,
            (Some(one), None) => self.header_arg(one).map_or(Stamp::None, Stamp::Header),
            (Some(one), Some(_)) => {
                let help = match arg(attr, "format") {
                    Some(_) => "name it in one of the two".to_owned(),
                    None => format!(
                        "`format` is `{FORMAT}` unless it is said; say it: `format = \"v1={{hex}}\"`"
                    ),
                };
                self.error_help(one.span, "the timestamp is in `format` as well", Some(help));
                Stamp::None
            }
        }
    }

    /// `signed = "{timestamp}.{body}"`; where it is not said, all there is, with dots between.
    fn signed(&mut self, attr: &Attr, stamp: &Stamp) -> Vec<SignedPart> {
        let has_id = arg(attr, "id").is_some();
        // One that is wrong is a timestamp all the same.
        let has_stamp = *stamp != Stamp::None || arg(attr, "timestamp").is_some();
        let Some(signed) = arg(attr, "signed") else {
            let dot = || SignedPart::Text(".".into());
            let id = has_id.then(|| [SignedPart::Id, dot()]);
            let stamp = has_stamp.then(|| [SignedPart::Timestamp, dot()]);
            let before = id.into_iter().chain(stamp).flatten();
            return before.chain([SignedPart::Body]).collect();
        };
        let Some(template) = self.template(signed, &["id", "timestamp", "body"]) else {
            return Vec::new();
        };
        let slots = [
            ("body", true, "`{body}` is not signed, and anybody could change it"),
            ("timestamp", has_stamp, "`{timestamp}` is not signed, and anybody could change it"),
            ("id", has_id, "`{id}` is not signed, and anybody could change it"),
        ];
        for (slot, is_there, unsigned) in slots {
            let count = template.pieces.iter().filter(|piece| is_slot(piece, slot)).count();
            match (is_there, count) {
                (true, 0) => self.error(template.span, unsigned),
                (true, 1) | (false, 0) => {}
                (true, _) => self.error(template.span, format!("`{{{slot}}}` is signed twice")),
                (false, _) => self.error_help(
                    template.span,
                    format!("the signature does not say where `{{{slot}}}` comes from"),
                    Some(format!("name its header: `{slot} = Acme-{}`", pascal_case(slot))),
                ),
            }
        }
        template.pieces.into_iter().map(signed_part).collect()
    }

    /// `key = "whsec_{base64}"`
    fn key(&mut self, arg: &AttrArg) -> Option<KeyText> {
        let template = self.template(arg, &["hex", "base64"])?;
        let (prefix, slot) = match template.pieces.as_slice() {
            [Piece::Slot(slot)] => (String::new(), slot),
            [Piece::Text(prefix), Piece::Slot(slot)] => (prefix.clone(), slot),
            _ => {
                let message = "expected how a secret writes its key";
                let help = "`key = \"whsec_{base64}\"` or `key = \"{hex}\"`";
                self.error_help(template.span, message, Some(help.into()));
                return None;
            }
        };
        Some(KeyText { prefix, text: signature_text(slot)? })
    }

    /// `secret = env("ACME_WEBHOOK_SECRET")`
    fn secret(&mut self, arg: &AttrArg) -> Vec<String> {
        match &arg.value {
            Some(AttrValue::Env(env)) => {
                env.variables.iter().map(|name| name.text.clone()).collect()
            }
            // What stands there may be a secret, and is not repeated.
            _ => {
                let message = "expected the environment variable that holds the secret";
                let help = "`secret = env(\"VARIABLE\")`: a spec holds no secrets";
                self.error_help(arg.value_span(), message, Some(help.into()));
                Vec::new()
            }
        }
    }

    /// `tolerance = 300s`
    fn tolerance(&mut self, arg: &AttrArg, stamp: Option<&Stamp>) -> Option<Duration> {
        if stamp == Some(&Stamp::None) {
            let message = "there is no timestamp, and so no tolerance";
            let help =
                "say where it is: `timestamp = Acme-Timestamp`, or `{timestamp}` in `format`";
            self.error_help(arg.span, message, Some(help.into()));
            return None;
        }
        let time = match &arg.value {
            Some(AttrValue::Word(word)) => read_time(word),
            _ => None,
        };
        let time = time.filter(|time| (SHORTEST..=LONGEST).contains(time));
        if time.is_none() {
            self.error(arg.value_span(), "expected a time from `1s` to `24h`, such as `300s`");
        }
        time
    }

    /// A text with placeholders.
    fn template(&mut self, arg: &AttrArg, slots: &[&str]) -> Option<Template> {
        let span = arg.value_span();
        let text = match &arg.value {
            Some(AttrValue::Literal(literal)) => match &literal.kind {
                LiteralKind::Str(text) => Some(text),
                _ => None,
            },
            _ => None,
        };
        let known: Vec<String> = slots.iter().map(|slot| format!("`{{{slot}}}`")).collect();
        let known = known.join(", ");
        let Some(text) = text else {
            self.error(span, format!("expected a text in quotes, with {known}"));
            return None;
        };
        if !text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            self.error(span, "expected printable ASCII");
            return None;
        }
        let Some(pieces) = pieces(text) else {
            self.error(span, format!("braces are for {known}; one is not closed or not opened"));
            return None;
        };
        let unknown = pieces.iter().find_map(|piece| match piece {
            Piece::Slot(slot) if !slots.contains(&slot.as_str()) => Some(slot),
            _ => None,
        });
        if let Some(slot) = unknown {
            let help = suggest(slot, slots.iter().copied());
            let help = help.map(|other| format!("did you mean `{{{other}}}`?"));
            let message = format!("unknown placeholder `{{{slot}}}`; there is {known}");
            self.error_help(span, message, help);
            return None;
        }
        Some(Template { pieces, span })
    }
}

/// Text and placeholders in turn. `None` where braces do not match.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, behind) = after.split_once('}')?;
        if before.contains('}') || slot.contains('{') {
            return None;
        }
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Slot(slot.to_owned()));
        rest = behind;
    }
    if rest.contains('}') {
        return None;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Some(pieces)
}

/// A signature alone, or a signature and a timestamp as two entries.
fn read_format(pieces: &[Piece]) -> Result<Format, &'static str> {
    let (first, slot, second) = match pieces {
        [Piece::Slot(slot)] => ("", slot, None),
        [Piece::Text(prefix), Piece::Slot(slot)] => (prefix.as_str(), slot, None),
        [Piece::Text(prefix), Piece::Slot(slot), Piece::Text(between), Piece::Slot(other)] => {
            (prefix.as_str(), slot, Some((between.as_str(), other)))
        }
        _ => {
            return Err(
                "expected one signature, or a timestamp and a signature, each after a text",
            );
        }
    };
    let Some((between, other)) = second else {
        let text = signature_text(slot).ok_or("there is no signature: `{hex}` or `{base64}`")?;
        if first.contains(' ') {
            return Err("spaces stand between signatures, and in none");
        }
        return Ok(Format { prefix: first.to_owned(), text, separator: ' ', stamp: None });
    };
    let separator = between.chars().next().filter(|c| ",; ".contains(*c));
    let separator = separator.ok_or("`,`, `;` or a space stands between the two")?;
    let second = between.trim_start_matches([separator, ' ']);
    if first.is_empty()
        || second.is_empty()
        || first.starts_with(second)
        || second.starts_with(first)
    {
        return Err("the two are told by the texts before them, which must differ");
    }
    if first.contains(separator) || second.contains(separator) {
        return Err("what stands between the two stands nowhere else");
    }
    let (signature, stamp, text) = match (signature_text(slot), signature_text(other)) {
        (Some(text), None) => (first, second, text),
        (None, Some(text)) => (second, first, text),
        _ => return Err("expected one signature and one timestamp"),
    };
    let (prefix, stamp) = (signature.to_owned(), Some(stamp.to_owned()));
    Ok(Format { prefix, text, separator, stamp })
}

fn signature_text(slot: &str) -> Option<SignatureText> {
    match slot {
        "hex" => Some(SignatureText::Hex),
        "base64" => Some(SignatureText::Base64),
        _ => None,
    }
}

fn is_slot(piece: &Piece, name: &str) -> bool {
    matches!(piece, Piece::Slot(slot) if slot == name)
}

fn signed_part(piece: Piece) -> SignedPart {
    match piece {
        Piece::Text(text) => SignedPart::Text(text),
        Piece::Slot(slot) => match slot.as_str() {
            "id" => SignedPart::Id,
            "timestamp" => SignedPart::Timestamp,
            _ => SignedPart::Body,
        },
    }
}
