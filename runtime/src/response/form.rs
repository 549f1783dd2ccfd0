//! Forms as responses: names and texts (the WHATWG URL standard, section 5.1).

use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::codec::fill_text;
use crate::schema::{Field, Presence};
use crate::value::{List, Map, Object, Slot, Value};

/// A name and a text.
type Pair<'b> = (Cow<'b, str>, Cow<'b, str>);

/// Fills a slot, that of a blank, from the text of a form.
///
/// # Errors
/// If a text is not what its name declares, or a name is missing.
pub(super) fn fill(slot: Slot<'_>, body: &str) -> Result<(), String> {
    let pairs: Vec<Pair<'_>> = body.split('&').filter(|pair| !pair.is_empty()).map(pair).collect();
    match slot {
        Slot::Object(object) => fill_object(object, &pairs),
        Slot::Map(map) => fill_map(map, &pairs, &[]),
        _ => Ok(()),
    }
}

fn pair(text: &str) -> Pair<'_> {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    (decode(name), decode(value))
}

fn decode(text: &str) -> Cow<'_, str> {
    if text.contains('+') {
        let spaced = text.replace('+', " ");
        return Cow::Owned(percent_decode_str(&spaced).decode_utf8_lossy().into_owned());
    }
    percent_decode_str(text).decode_utf8_lossy()
}

fn fill_object(object: &mut dyn Object, pairs: &[Pair<'_>]) -> Result<(), String> {
    let table = object.schema().fields;
    let mut result = Ok(());
    object.fields_mut(&mut |values, extra| {
        let mut fields = table.iter().zip(values.iter_mut());
        result = fields.try_for_each(|(field, value)| fill_field(field, *value, pairs));
        if let (Ok(()), Some(extra)) = (&result, extra) {
            result = fill_map(extra, pairs, table);
        }
    });
    result
}

fn fill_field(field: &Field, value: &mut dyn Value, pairs: &[Pair<'_>]) -> Result<(), String> {
    let name = field.wire;
    let mut texts = pairs.iter().filter(|(key, _)| key == name).map(|(_, text)| text).peekable();
    if texts.peek().is_none() {
        return match field.presence {
            Presence::Required | Presence::Nullable => Err(format!("`{name}` is missing")),
            Presence::Optional | Presence::Patch => Ok(()),
        };
    }
    let slot = match value.slot() {
        Slot::Nullable(slot) => slot.set_some(),
        slot => slot,
    };
    let filled = match slot {
        Slot::List(list) => fill_list(list, texts),
        slot => texts.next_back().map_or(Ok(()), |text| fill_text(slot, text)),
    };
    filled.map_err(|expected| format!("`{name}` is not {}", expected.0))
}

fn fill_list<'t>(
    list: &mut dyn List,
    mut texts: impl Iterator<Item = &'t Cow<'t, str>>,
) -> Result<(), crate::value::Expected> {
    texts.try_for_each(|text| fill_text(list.push_blank(), text))
}

/// Fills a map from the names that no field has, each once, however often it came.
fn fill_map(map: &mut dyn Map, pairs: &[Pair<'_>], known: &[Field]) -> Result<(), String> {
    let mut others: BTreeMap<&str, Vec<&Cow<'_, str>>> = BTreeMap::new();
    for (name, text) in pairs {
        others.entry(name).or_default().push(text);
    }
    for field in known {
        others.remove(field.wire);
    }
    for (name, texts) in others {
        let text = texts.last().map_or("", AsRef::as_ref);
        let filled = match map.insert_blank(name.to_owned()) {
            Slot::Json(json) => {
                *json = text.into();
                Ok(())
            }
            Slot::List(list) => fill_list(list, texts.into_iter()),
            slot => fill_text(slot, text),
        };
        filled.map_err(|expected| format!("`{name}` is not {}", expected.0))?;
    }
    Ok(())
}
