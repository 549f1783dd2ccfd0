//! Plain text, as headers and bodies of text hold it, read into a value.

use std::borrow::Cow;

use crate::value::{Expected, Slot};

/// Fills a slot from a text: a scalar, or a list of them with commas between its elements.
///
/// # Errors
/// If the text is not what the slot takes.
pub(crate) fn fill_text(slot: Slot<'_>, text: &str) -> Result<(), Expected> {
    let expected = |what| Expected(Cow::Borrowed(what));
    match slot {
        Slot::Text(slot) => slot.set(Cow::Borrowed(text)),
        Slot::Bool(slot) => {
            *slot = text.parse().map_err(|_| expected("`true` or `false`"))?;
            Ok(())
        }
        Slot::Integer(slot) => slot.set(text.parse().map_err(|_| expected("an integer"))?),
        Slot::Float(slot) => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => slot.set(number),
            _ => Err(expected("a number")),
        },
        Slot::Nullable(slot) => fill_text(slot.set_some(), text),
        Slot::List(list) => text
            .split(',')
            .map(str::trim)
            .filter(|element| !element.is_empty())
            .try_for_each(|element| fill_text(list.push_blank(), element)),
        _ => Err(expected("of a kind that text can be")),
    }
}
