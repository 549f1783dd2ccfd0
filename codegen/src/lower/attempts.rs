//! What a spec says of attempts:
//!
//! ```text
//! #[retry(max = 5, on = [429, 5xx], veto = X-Should-Retry, count = X-Retry-Count)]
//! #[timeout(30s, header = X-Timeout)]
//! #[idempotent]
//! #[idempotency_key(Idempotency-Key)]          on the `api` block: of all that need one
//! header { #[idempotency_key] Idempotency-Key?: String }
//! ```
//!
//! `max` and `on` and the time of an attempt may be said of one endpoint and of all; the headers
//! that are named after `veto`, `count` and `header` are those of all.

use std::time::Duration;

use super::{Lowering, attrs::find, failures::status_kind};
use crate::diagnostic::suggest;
use crate::model::{AttemptRules, Idempotency, Method, Signals, StatusKind};
use crate::syntax::tree::{self, Attr, AttrArg, AttrValue, LiteralKind, Meta, Word};

/// The most retries that a spec may ask for.
const MAX_RETRIES: u32 = 100;
/// The longest time that a spec may give an attempt.
const MAX_TIMEOUT: Duration = Duration::from_secs(24 * 3600);

/// Whether a field is the idempotency key, which is no parameter.
pub(super) fn is_key(field: &tree::Field) -> bool {
    find(&field.meta, "idempotency_key").is_some()
}

/// The fields that stand in a section.
fn fields_of(block: &tree::Block) -> impl Iterator<Item = &tree::Field> {
    block.fields.iter().filter_map(|member| match member {
        tree::Member::Field(field) => Some(field),
        _ => None,
    })
}

/// What the page says of the idempotency key: there is no setter of its own that could say it.
pub(super) fn key_docs(header: &tree::Block) -> Vec<String> {
    let key = fields_of(header).find(|field| is_key(field) && !field.meta.docs.is_empty());
    key.map_or_else(Vec::new, |key| {
        let words: Vec<&str> = key.meta.docs.iter().map(|line| line.trim()).collect();
        let line = format!("`{}`: {}", key.name.wire.text, words.join(" "));
        vec![String::new(), line]
    })
}

impl Lowering<'_> {
    /// What the `api` block says of the attempts of all endpoints.
    pub(super) fn lower_attempts_of_all(&mut self, meta: &Meta) {
        (self.api.rules, self.api.signals) = self.rules(meta, true);
        if let Some(attr) = find(meta, "idempotency_key") {
            self.api.signals.key = self.key_header(attr);
        }
    }

    /// What an endpoint says of its own attempts.
    pub(super) fn attempt_rules(&mut self, meta: &Meta) -> AttemptRules {
        self.rules(meta, false).0
    }

    /// Whether sending a request twice does what sending it once does.
    pub(super) fn idempotency(
        &mut self,
        meta: &Meta,
        method: Method,
        key: Option<String>,
    ) -> Idempotency {
        let marked = self.flag(meta, "idempotent");
        if let Some(attr) = find(meta, "idempotent").filter(|_| method.is_idempotent()) {
            let message = format!("a {} request is idempotent as it is", method.name());
            self.error(attr.span, format!("{message} (RFC 9110, section 9.2.2)"));
        }
        match key {
            Some(header) => Idempotency::Keyed(header),
            None if method.is_safe() => Idempotency::Safe,
            None if marked || method.is_idempotent() => Idempotency::Idempotent,
            None => match &self.api.signals.key {
                Some(header) => Idempotency::Keyed(header.clone()),
                None => Idempotency::Unsafe,
            },
        }
    }

    /// The header that is marked as the idempotency key.
    pub(super) fn key_field(&mut self, header: &tree::Block, method: Method) -> Option<String> {
        let mut fields = fields_of(header).filter(|field| is_key(field));
        let field = fields.next()?;
        for second in fields {
            self.error(second.name.wire.span, "an endpoint has one idempotency key");
        }
        let attr = find(&field.meta, "idempotency_key")?;
        self.allow_attrs(&field.meta, &["idempotency_key"], "an idempotency key");
        self.flag(&field.meta, "idempotency_key");
        self.check_header_name(&field.name.wire);
        self.check_key_field(field);
        if method.is_safe() {
            let message = format!("a {} request changes nothing, and needs no key", method.name());
            self.error(attr.span, message);
            return None;
        }
        Some(field.name.wire.text.clone())
    }

    /// The client makes the key, so that there is not much to say of it.
    fn check_key_field(&mut self, field: &tree::Field) {
        let name = &field.name.wire.text;
        let plain = matches!(&field.ty.kind,
            tree::TypeKind::Named { name, args, .. } if name.text == "String" && args.is_empty());
        if field.optional.is_none() {
            let message = "a key that the caller does not give is made by the client";
            let help = format!("`{name}?: String`");
            self.error_help(field.name.wire.span, message, Some(help));
        } else if !plain || field.ty.nullable.is_some() || !field.ty.sets.is_empty() {
            self.error(field.ty.span, "an idempotency key is a `String` of any form");
        } else if let Some(default) = &field.default {
            self.error(default.span, "an idempotency key has no default");
        } else if let Some(rust) = &field.name.rust {
            let message = "an idempotency key has no setter of its own: every call has one";
            self.error(rust.span, message);
        }
    }

    /// `#[idempotency_key(Idempotency-Key)]`
    fn key_header(&mut self, attr: &Attr) -> Option<String> {
        match attr.args.as_slice() {
            [AttrArg { key: Some(name), value: None, .. }] => {
                self.check_header_name(name);
                return Some(name.text.clone());
            }
            [] if attr.incomplete => {}
            args => {
                let span = args.first().map_or(attr.span, |arg| arg.span);
                let form = "`#[idempotency_key(Idempotency-Key)]`, without quotes";
                self.error_help(
                    span,
                    "expected the name of the header that carries the key",
                    Some(form.into()),
                );
            }
        }
        None
    }

    /// `#[retry(...)]` and `#[timeout(...)]`. Signals are for those of the whole API.
    fn rules(&mut self, meta: &Meta, is_api: bool) -> (AttemptRules, Signals) {
        let (mut rules, mut signals) = (AttemptRules::default(), Signals::default());
        if let Some(attr) = find(meta, "retry") {
            self.check_args(attr, &["max", "on", "veto", "count"], "max = 5, on = [429, 5xx]");
            for (arg, key) in keyed(attr) {
                match key {
                    "max" => rules.max_retries = self.max_retries(arg),
                    "on" => rules.statuses = self.statuses(arg),
                    "veto" => signals.veto = self.signal(arg, "X-Should-Retry", is_api),
                    "count" => signals.count = self.signal(arg, "X-Retry-Count", is_api),
                    _ => {}
                }
            }
        }
        if let Some(attr) = find(meta, "timeout") {
            self.check_args(attr, &["header"], "30s");
            for arg in &attr.args {
                match arg.key.as_ref().map(|key| key.text.as_str()) {
                    None => rules.timeout = self.time(arg),
                    Some("header") => signals.deadline = self.signal(arg, "X-Timeout", is_api),
                    Some(_) => {}
                }
            }
        }
        (rules, signals)
    }

    /// Reports keys that there are not, what is given twice, and an attribute that says nothing.
    pub(super) fn check_args(&mut self, attr: &Attr, keys: &[&str], example: &str) {
        let name = &attr.name.text;
        if attr.args.is_empty() && !attr.incomplete {
            self.error(attr.span, format!("expected `#[{name}({example})]`"));
        }
        for (index, arg) in attr.args.iter().enumerate() {
            let key = arg.key.as_ref().map(|key| key.text.as_str());
            let again = attr
                .args
                .iter()
                .take(index)
                .any(|other| other.key.as_ref().map(|key| key.text.as_str()) == key);
            match key {
                _ if again => {
                    let what = key.map_or("the time".to_owned(), |key| format!("`{key}`"));
                    self.error(arg.span, format!("{what} is given twice"));
                }
                Some(key) if !keys.contains(&key) => {
                    let known: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
                    let help = suggest(key, keys.iter().copied())
                        .map(|name| format!("did you mean `{name}`?"))
                        .or_else(|| Some(format!("`#[{name}({example})]`")));
                    let message =
                        format!("`#[{name}]` has no `{key}`; it has {}", known.join(", "));
                    self.error_help(arg.span, message, help);
                }
                None if name != "timeout" => {
                    self.error(arg.span, format!("expected a key, as in `{example}`"));
                }
                _ => {}
            }
        }
    }

    fn max_retries(&mut self, arg: &AttrArg) -> Option<u32> {
        let number = match &arg.value {
            Some(AttrValue::Literal(literal)) => match literal.kind {
                LiteralKind::Int(number) => u32::try_from(number).ok(),
                _ => None,
            },
            _ => None,
        };
        let number = number.filter(|number| *number <= MAX_RETRIES);
        if number.is_none() {
            let message = format!("expected a number of retries, from 0 to {MAX_RETRIES}");
            self.error(arg.value_span(), message);
        }
        number
    }

    fn statuses(&mut self, arg: &AttrArg) -> Option<Vec<StatusKind>> {
        let Some(AttrValue::List(words)) = &arg.value else {
            self.error(arg.value_span(), "expected a list of statuses, such as `[429, 5xx]`");
            return None;
        };
        let mut statuses = Vec::new();
        for word in words {
            match tree::StatusKind::read(&word.text).map(status_kind) {
                Some(status @ (StatusKind::Code(400..=599) | StatusKind::Class(4 | 5))) => {
                    if statuses.contains(&status) {
                        self.error(word.span, format!("`{}` is in the list twice", word.text));
                    } else {
                        statuses.push(status);
                    }
                }
                _ => {
                    let message = format!("`{}` is not the status of an error", word.text);
                    let help = "one is `400` to `599`, `4xx` or `5xx`";
                    self.error_help(word.span, message, Some(help.into()));
                }
            }
        }
        Some(statuses)
    }

    /// The name of a header, which holds for the whole API.
    fn signal(&mut self, arg: &AttrArg, example: &str, is_api: bool) -> Option<String> {
        let key = arg.key.as_ref().map_or("", |key| key.text.as_str());
        if !is_api {
            let message = format!("`{key}` is one for the whole API");
            self.error_help(arg.span, message, Some("it belongs on the `api` block".into()));
            return None;
        }
        let Some(AttrValue::Word(name)) = &arg.value else {
            let message = format!("expected the name of a header, such as `{key} = {example}`");
            self.error(arg.value_span(), message);
            return None;
        };
        self.check_header_name(name);
        Some(name.text.clone())
    }

    /// `30s`, `500ms`, `5m` or `1h`
    fn time(&mut self, arg: &AttrArg) -> Option<Duration> {
        let Some(AttrValue::Word(word)) = &arg.value else {
            self.error(arg.value_span(), "expected a time with its unit, such as `30s`");
            return None;
        };
        let Some(time) = read_time(word) else {
            let message = format!("`{}` is not a time", word.text);
            let help = "a whole number and its unit: `500ms`, `30s`, `5m` or `1h`";
            self.error_help(word.span, message, Some(help.into()));
            return None;
        };
        if time.is_zero() || time > MAX_TIMEOUT {
            self.error(word.span, "the time of an attempt is from `1ms` to `24h`");
            return None;
        }
        Some(time)
    }
}

/// The arguments with a key.
pub(super) fn keyed(attr: &Attr) -> impl Iterator<Item = (&AttrArg, &str)> {
    attr.args.iter().filter_map(|arg| Some((arg, arg.key.as_ref()?.text.as_str())))
}

/// A whole number and a unit. What does not fit is too long.
pub(super) fn read_time(word: &Word) -> Option<Duration> {
    let digits = word.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let milliseconds: u64 = match word.text.get(digits.len()..)? {
        "ms" => 1,
        "s" => 1000,
        "m" => 60_000,
        "h" => 3_600_000,
        _ => return None,
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse::<u64>().unwrap_or(u64::MAX);
    Some(Duration::from_millis(number.saturating_mul(milliseconds)))
}
