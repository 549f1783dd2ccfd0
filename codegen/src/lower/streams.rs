//! Responses that are streams:
//!
//! ```text
//! -> 200 sse Event
//! -> 200 ndjson Row
//! #[when(stream = true)] -> 200 sse Event          beside `-> 200 Answer`
//! #[sse(end = [done, failed], skip = [ping], error = error, done = "[DONE]", resume = after)]
//! -> 200 sse Event
//! ```

use super::{Lowering, attempts::keyed, attrs::find, failures::status_kind, members::Way};
use crate::diagnostic::suggest;
use crate::model::{
    Constant, Events, Field, FieldContent, ModuleId, Name, Place, Presence, Resume, Shape, Stream,
    StreamKind, TypeKind, When,
};
use crate::syntax::tree::{self, Attr, AttrArg, AttrValue, LiteralKind, Payload, Word};

/// The header in which browsers say which event was the last.
const LAST_EVENT_ID: &str = "Last-Event-ID";

impl Lowering<'_> {
    /// The stream of an endpoint, if one of its responses is one. `is_only`: there is no other.
    pub(super) fn lower_stream(
        &mut self,
        responses: &[&tree::Response],
        fields: &[Field],
        request: &Name,
        module: ModuleId,
        is_only: bool,
    ) -> Option<Stream> {
        let mut stream: Option<Stream> = None;
        for response in responses {
            let Some(streaming) = &response.stream else { continue };
            let is_events = streaming.kind == tree::StreamKind::Events;
            let attrs: &[&str] = if is_events { &["when", "sse"] } else { &["when"] };
            self.allow_attrs(&response.meta, attrs, "this response");
            let status = status_kind(response.status.kind);
            if !self.check_success(response, status) {
                continue;
            }
            if stream.is_some() {
                self.error(streaming.span, "an endpoint has one stream; this is a second");
                continue;
            }
            let kind = if is_events {
                StreamKind::Events(self.events(find(&response.meta, "sse"), fields))
            } else {
                StreamKind::Lines
            };
            let item = match response.payload.as_ref()? {
                Payload::Type(ty) => self.resolve(ty, module),
                Payload::Fields(fields) => {
                    let (suffix, what) =
                        if is_events { ("Event", "An event") } else { ("Line", "A line") };
                    let docs = format!("{what} of what `{}` answers.", request.wire);
                    self.inline_struct(fields, request, suffix, docs, module)
                }
            };
            let when = find(&response.meta, "when");
            let when = when.and_then(|attr| self.when(attr, fields, is_only));
            let media = streaming.media.as_ref().map(|word| self.media(word, Way::Response));
            stream = Some(Stream { media, statuses: vec![status], kind, item, when });
        }
        stream
    }

    /// `#[when(stream = true)]`
    fn when(&mut self, attr: &Attr, fields: &[Field], is_only: bool) -> Option<When> {
        if is_only {
            let help = "a value that is always sent is a constant: `stream: true`";
            let message = "`#[when]` tells two responses apart; this is the only one";
            self.error_help(attr.span, message, Some(help.into()));
            return None;
        }
        let [AttrArg { key: Some(key), value: Some(value), .. }] = attr.args.as_slice() else {
            if !attr.incomplete {
                let message = "expected a field of the request and its value";
                self.error_help(attr.span, message, Some("`#[when(stream = true)]`".into()));
            }
            return None;
        };
        let index = self.find_field(key, fields)?;
        let field = fields.get(index)?;
        let FieldContent::Value { ty, .. } = &field.content else {
            self.error(key.span, format!("`{}` is a constant", key.text));
            return None;
        };
        if field.presence != Presence::Optional {
            let message = format!("`{}` is not optional, and set by every caller", key.text);
            let help = format!("`{}?: ...`; `.stream()` sets it then", key.text);
            self.error_help(key.span, message, Some(help));
            return None;
        }
        let value = self.when_value(attr, value, &ty.kind)?;
        Some(When { field: index, value })
    }

    /// The value of a field that asks for a stream: `true`, a text, or a value of an open enum.
    fn when_value(&mut self, attr: &Attr, value: &AttrValue, kind: &TypeKind) -> Option<Constant> {
        let span = attr.args.first().map_or(attr.span, AttrArg::value_span);
        let enum_values = match kind {
            TypeKind::Named(id) => match self.api.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Enum { values, closed: false }) => {
                    Some(values.iter().map(|value| value.name.wire.clone()).collect::<Vec<_>>())
                }
                _ => None,
            },
            _ => None,
        };
        let text = match value {
            AttrValue::Literal(literal) => match &literal.kind {
                LiteralKind::Bool(value) if *kind == TypeKind::Bool => {
                    return Some(Constant::Bool(*value));
                }
                LiteralKind::Str(text) if *kind == TypeKind::Text => Some(text),
                _ => None,
            },
            AttrValue::Word(word) => Some(&word.text).filter(|_| enum_values.is_some()),
            _ => None,
        };
        match (text, enum_values) {
            (Some(text), Some(values)) if !values.contains(text) => {
                let help = suggest(text, values.iter().map(String::as_str));
                let help = help.map(|value| format!("did you mean `{value}`?"));
                self.error_help(span, format!("`{text}` is not a value of the field"), help);
                None
            }
            (Some(text), _) => Some(Constant::Text(text.clone())),
            (None, Some(_)) => {
                self.error(span, "expected a value of the field's enum, without quotes");
                None
            }
            (None, None) => {
                let expected = match kind {
                    TypeKind::Bool => "expected `true` or `false`".to_owned(),
                    TypeKind::Text => "expected a text in quotes".to_owned(),
                    kind => {
                        let kind = self.describe_kind(kind);
                        format!(
                            "{kind} cannot ask for a stream: only a `bool`, a `String` or an enum can"
                        )
                    }
                };
                self.error(span, expected);
                None
            }
        }
    }

    /// The field of the request that a word names.
    fn find_field(&mut self, name: &Word, fields: &[Field]) -> Option<usize> {
        let index = fields.iter().position(|field| field.name.wire == name.text);
        if index.is_none() {
            let help = suggest(&name.text, fields.iter().map(|field| field.name.wire.as_str()));
            let help = help.map(|field| format!("did you mean `{field}`?"));
            let message = format!("the request has no field `{}`", name.text);
            self.error_help(name.span, message, help);
        }
        index
    }

    /// `#[sse(...)]`, or what holds where it says nothing.
    fn events(&mut self, attr: Option<&Attr>, fields: &[Field]) -> Events {
        let mut events = Events::default();
        let Some(attr) = attr else { return events };
        let keys = ["end", "skip", "error", "done", "resume"];
        self.check_args(attr, &keys, "end = [done], skip = [ping]");
        let mut names: Vec<&str> = Vec::new();
        for (arg, key) in keyed(attr) {
            match key {
                "end" => events.end = self.event_names(arg, &mut names),
                "skip" => events.skip = self.event_names(arg, &mut names),
                "error" => {
                    if let Some(name) = self.event_name(arg, &mut names) {
                        events.error = name;
                    }
                }
                "done" => events.done = self.done(arg),
                "resume" => {
                    if let Some(resume) = self.resume(arg, fields) {
                        events.resume = resume;
                    }
                }
                _ => {}
            }
        }
        events
    }

    fn event_names<'t>(&mut self, arg: &'t AttrArg, names: &mut Vec<&'t str>) -> Vec<String> {
        let Some(AttrValue::List(words)) = &arg.value else {
            let message = "expected a list of names of events, such as `[done, failed]`";
            self.error(arg.value_span(), message);
            return Vec::new();
        };
        let words = words.iter().filter(|word| self.is_new_name(word, names));
        words.map(|word| word.text.clone()).collect()
    }

    fn event_name<'t>(&mut self, arg: &'t AttrArg, names: &mut Vec<&'t str>) -> Option<String> {
        let Some(AttrValue::Word(word)) = &arg.value else {
            self.error(arg.value_span(), "expected the name of an event, such as `error = failed`");
            return None;
        };
        self.is_new_name(word, names).then(|| word.text.clone())
    }

    /// An event means one thing.
    fn is_new_name<'t>(&mut self, word: &'t Word, names: &mut Vec<&'t str>) -> bool {
        let is_new = !names.contains(&word.text.as_str());
        if is_new {
            names.push(&word.text);
        } else {
            self.error(word.span, format!("the event `{}` is named twice", word.text));
        }
        is_new
    }

    fn done(&mut self, arg: &AttrArg) -> Option<String> {
        if let Some(AttrValue::Literal(literal)) = &arg.value {
            if let LiteralKind::Str(text) = &literal.kind {
                if !text.trim().is_empty() {
                    return Some(text.trim().to_owned());
                }
            }
        }
        let message = "expected the data that ends the stream, such as `done = \"[DONE]\"`";
        self.error(arg.value_span(), message);
        None
    }

    /// `resume = after`: a parameter of the endpoint; or `resume = none`.
    fn resume(&mut self, arg: &AttrArg, fields: &[Field]) -> Option<Resume> {
        let Some(AttrValue::Word(word)) = &arg.value else {
            let message = "expected the parameter that says which event was the last, or `none`";
            self.error(arg.value_span(), message);
            return None;
        };
        if word.text == "none" {
            return Some(Resume::Never);
        }
        if word.text.eq_ignore_ascii_case(LAST_EVENT_ID) {
            return Some(Events::default().resume);
        }
        let field = fields.get(self.find_field(word, fields)?)?;
        let is_text = match &field.content {
            FieldContent::Value { ty, .. } => self.scalar_kind(&ty.kind) == TypeKind::Text,
            FieldContent::Constant(_) => false,
        };
        match field.place {
            _ if !is_text || field.presence != Presence::Optional => {
                let message = format!("`{}` cannot hold the id of an event", word.text);
                let help = format!("it is an optional text: `{}?: String`", word.text);
                self.error_help(word.span, message, Some(help));
                None
            }
            Place::Header => Some(Resume::Header(word.text.clone())),
            Place::Query => Some(Resume::Query(word.text.clone())),
            _ => {
                let message = "the id of the last event goes into a header or the query";
                self.error(word.span, message);
                None
            }
        }
    }
}

/// Where a `#[when]` has a mistake, which has been reported, a field that it would have set keeps a
/// setter; that its name is one of every call's methods is not another mistake.
pub(super) fn rename_lost_asks(responses: &[&tree::Response], fields: &mut [Field]) {
    if responses.iter().any(|response| find(&response.meta, "when").is_some()) {
        let fields = fields.iter_mut().filter(|field| field.name.rust == "stream");
        fields.for_each(|field| field.name.rust.push('_'));
    }
}
