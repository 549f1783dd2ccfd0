//! What a success holds, decoded as it is declared.

use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderMap;

use super::media::{Media, is_plain_json};
use crate::codec::{DecodeError, decode_json, fill_text};
use crate::operation::Content;
use crate::schema::{Field, Place, Presence};
use crate::value::{Object, Slot, Value};

/// Why a success, or a delivery, is not what is declared.
pub(crate) struct Problem {
    pub(crate) detail: String,
    pub(crate) decode: Option<DecodeError>,
}

impl Problem {
    fn new(detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), decode: None }
    }
}

/// Fills a slot, that of a blank, from a success or a delivery.
pub(crate) fn decode(
    content: Content,
    headers: &HeaderMap,
    body: &Bytes,
    slot: Slot<'_>,
) -> Result<(), Problem> {
    match content {
        // A stream is not decoded as a whole.
        Content::Empty | Content::Events(_) | Content::Lines | Content::StreamAs(..) => Ok(()),
        Content::Json | Content::JsonAs(_) => json(headers, body, slot),
        Content::Text(_) => text(headers, body, slot),
        Content::Form(_) => form(headers, body, slot),
        Content::Bytes(_) => bytes(headers, body, slot),
        Content::Headed(content) => match slot {
            Slot::Object(object) => headed(*content, headers, body, object),
            _ => Ok(()),
        },
        Content::Outcome(name, content) => match slot {
            Slot::Union(outcomes) => match outcomes.select(name) {
                Some(slot) => decode(*content, headers, body, slot),
                None => Ok(()),
            },
            _ => Ok(()),
        },
    }
}

fn json(headers: &HeaderMap, body: &Bytes, slot: Slot<'_>) -> Result<(), Problem> {
    if body.is_empty() {
        return Err(Problem::new("the body is empty where JSON is declared"));
    }
    if !is_plain_json(headers) {
        if let Some(reason) = Media::of(headers).refusal() {
            return Err(Problem::new(reason));
        }
    }
    decode_json(body, slot).map_err(|error| {
        let note = Media::of(headers).note();
        let detail = format!("the body is not what is declared{note}");
        Problem { detail, decode: Some(error) }
    })
}

fn text(headers: &HeaderMap, body: &Bytes, slot: Slot<'_>) -> Result<(), Problem> {
    let text = text_of(headers, body)?;
    fill_text(slot, text)
        .map_err(|expected| Problem::new(format!("the body is not {}", expected.0)))
}

fn form(headers: &HeaderMap, body: &Bytes, slot: Slot<'_>) -> Result<(), Problem> {
    let text = text_of(headers, body)?;
    super::form::fill(slot, text)
        .map_err(|detail| Problem::new(format!("the form is not what is declared: {detail}")))
}

/// The body as text.
fn text_of<'b>(headers: &HeaderMap, body: &'b Bytes) -> Result<&'b str, Problem> {
    let media = Media::of(headers);
    if let Some(reason) = media.encoded() {
        return Err(Problem::new(reason));
    }
    if let Some(charset) = media.other_charset() {
        return Err(Problem::new(format!(
            "the body has the charset `{charset}`; only UTF-8 is read"
        )));
    }
    std::str::from_utf8(body).map_err(|_| Problem::new("the body is not UTF-8"))
}

fn bytes(headers: &HeaderMap, body: &Bytes, slot: Slot<'_>) -> Result<(), Problem> {
    if let Some(reason) = Media::of(headers).encoded() {
        return Err(Problem::new(reason));
    }
    if let Slot::Bytes(place) = slot {
        *place = body.clone();
    }
    Ok(())
}

/// Fills the fields of an object from headers, and its payload from the body.
fn headed(
    content: Content,
    headers: &HeaderMap,
    body: &Bytes,
    object: &mut dyn Object,
) -> Result<(), Problem> {
    let table = object.schema().fields;
    let mut result = Ok(());
    object.fields_mut(&mut |values, _| {
        let mut fields = table.iter().zip(values.iter_mut());
        result = fields.try_for_each(|(field, value)| {
            if field.place == Place::Payload {
                decode(content, headers, body, value.slot())
            } else {
                header(field, headers, *value)
            }
        });
    });
    result
}

/// Fills a value from a header. Several with one name are one list (RFC 9110, section 5.3).
fn header(field: &Field, headers: &HeaderMap, value: &mut dyn Value) -> Result<(), Problem> {
    let name = field.wire;
    let mut texts = headers.get_all(name).into_iter();
    let Some(first) = texts.next() else {
        return match field.presence {
            Presence::Required => Err(Problem::new(format!("the header `{name}` is missing"))),
            _ => Ok(()),
        };
    };
    let unreadable = |_| Problem::new(format!("the header `{name}` is not text"));
    let mut text = Cow::Borrowed(first.to_str().map_err(unreadable)?);
    for more in texts {
        let more = more.to_str().map_err(unreadable)?;
        text = Cow::Owned(format!("{text}, {more}"));
    }
    fill_text(value.slot(), text.trim())
        .map_err(|expected| Problem::new(format!("the header `{name}` is not {}", expected.0)))
}
