//! Unions: one of several types, which a tag or the shape of the JSON tells apart.

use super::{Slot, Value, View};
use crate::schema::Check;

/// A generated union.
pub trait Union: Send + Sync {
    /// The key of the object whose value, the tag, names the variant. `None` where the shape of the
    /// JSON tells the variants apart.
    fn key(&self) -> Option<&'static str>;
    /// The names of the variants: their tags, where there is a key.
    fn names(&self) -> &'static [&'static str];
    /// What it is now.
    fn variant(&self) -> Variant<'_>;
    /// Becomes the variant with this name and shows the place of its payload. `None` where no
    /// variant has it.
    fn select(&mut self, name: &str) -> Option<Slot<'_>>;
    /// Becomes the unknown variant and shows the place of its JSON.
    fn unknown(&mut self) -> Slot<'_>;
}

/// The variant that a union is.
#[derive(Clone, Copy)]
pub struct Variant<'a> {
    /// The name in Rust, for `Debug`.
    pub name: &'static str,
    /// The tag that is written before the fields of the payload. An unknown variant has it in its
    /// JSON.
    pub tag: Option<&'static str>,
    /// What it holds, if anything.
    pub payload: Option<&'a dyn Value>,
    /// What must hold of that before it is sent.
    pub checks: &'static [Check],
}

/// The tag of a union: that of its variant, or the one in what is not known.
pub fn tag(union: &dyn Union) -> Option<&str> {
    let variant = union.variant();
    variant.tag.or_else(|| match variant.payload?.view() {
        View::Json(json) => json.get(union.key()?)?.as_str(),
        _ => None,
    })
}

/// What stands on the wire where a union has no tag: the value of its variant.
pub(crate) fn settled(view: View<'_>) -> View<'_> {
    match view {
        View::Union(union) if union.key().is_none() => {
            union.variant().payload.map_or(View::Null, Value::view)
        }
        other => other,
    }
}
