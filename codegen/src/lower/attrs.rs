//! Attributes: where each may stand, and what the small ones say.

use super::Lowering;
use crate::diagnostic::suggest;
use crate::model::Deprecated;
use crate::syntax::ATTRIBUTES;
use crate::syntax::tree::{Attr, AttrValue, LiteralKind, Meta};

impl Lowering<'_> {
    /// Reports the attributes that do not belong on `what`, and those given twice.
    pub(super) fn allow_attrs(&mut self, meta: &Meta, allowed: &[&str], what: &str) {
        for (index, attr) in meta.attrs.iter().enumerate() {
            let name = attr.name.text.as_str();
            if !allowed.contains(&name) {
                let place =
                    ATTRIBUTES.iter().find(|(attr, _)| *attr == name).map(|(_, place)| *place);
                self.error_help(
                    attr.span,
                    format!("`#[{name}]` does not belong on {what}"),
                    place.map(|place| format!("it belongs on {place}")),
                );
            } else if meta.attrs.iter().take(index).any(|other| other.name.text == name) {
                self.error(attr.span, format!("`#[{name}]` is given twice"));
            }
        }
    }

    /// What `#[deprecated]` and `#[sunset]` say, if one of them is there.
    pub(super) fn deprecated(&mut self, meta: &Meta) -> Option<Deprecated> {
        let mut deprecated = self.only_deprecated(meta);
        self.sunset(meta, &mut deprecated);
        deprecated
    }

    fn only_deprecated(&mut self, meta: &Meta) -> Option<Deprecated> {
        let attr = find(meta, "deprecated")?;
        let mut deprecated = Deprecated::default();
        for arg in &attr.args {
            let text = match &arg.value {
                Some(AttrValue::Literal(literal)) => match &literal.kind {
                    LiteralKind::Str(text) => Some(text.clone()),
                    _ => None,
                },
                _ => None,
            };
            match (arg.key.as_ref().map(|key| key.text.as_str()), text) {
                (Some("since"), Some(text)) => deprecated.since = Some(text),
                (Some("note"), Some(text)) => deprecated.note = Some(text),
                (Some(key), _) if key != "since" && key != "note" => {
                    let help = suggest(key, ["since", "note"])
                        .map(|name| format!("did you mean `{name}`?"));
                    self.error_help(
                        arg.span,
                        format!("`#[deprecated]` has no `{key}`; it has `since` and `note`"),
                        help,
                    );
                }
                _ => self.error(arg.span, "expected `since = \"...\"` or `note = \"...\"`"),
            }
        }
        Some(deprecated)
    }

    /// Whether a flag such as `#[sensitive]` is there. It takes no arguments.
    pub(super) fn flag(&mut self, meta: &Meta, name: &str) -> bool {
        let Some(attr) = find(meta, name) else {
            return false;
        };
        if let Some(arg) = attr.args.first() {
            self.error(arg.span, format!("`#[{name}]` takes no arguments"));
        }
        true
    }
}

/// The attribute with this name.
pub(super) fn find<'a>(meta: &'a Meta, name: &str) -> Option<&'a Attr> {
    meta.attrs.iter().find(|attr| attr.name.text == name)
}
