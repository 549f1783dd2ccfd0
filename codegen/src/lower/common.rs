//! Parameters of every operation: `query`, `header` and `cookie` sections of the `api` block.

use super::Lowering;
use super::members::{At, Way};
use crate::model::{Field, FieldContent, Place, Presence, ROOT};
use crate::syntax::tree::{Block, Section};

impl Lowering<'_> {
    /// Lowers them once, whatever the number of operations.
    pub(super) fn lower_common(&mut self) {
        let Some(header) = self.header else {
            return;
        };
        for section in &header.params {
            let Some((block, place, what)) = parameters(section) else { continue };
            self.allow_attrs(&block.meta, &[], what);
            let owner = header.name.text.as_str();
            let at = At { place, module: ROOT, way: Way::Request, owner };
            let members = self.members(&block.fields, at);
            if let Some(rest) = members.rest {
                self.error(rest.name.span, "what every operation has is known by name");
            }
            for field in members.fields {
                let is_constant = matches!(field.content, FieldContent::Constant(_));
                if field.presence == Presence::Required && !is_constant {
                    let wire = &field.name.wire;
                    self.error_help(
                        field.name.span,
                        "what every operation has may be left out, or is always the same",
                        Some(format!("`{wire}?: ...`, or `{wire}: \"value\"`")),
                    );
                } else if is_same(&self.api.common, &field) {
                    let message = format!("`{}` is declared twice", field.name.wire);
                    self.error(field.name.span, message);
                } else {
                    self.api.common.push(field);
                }
            }
        }
    }

    /// Adds them to an operation's own, which have the last word.
    pub(super) fn add_common(&self, fields: &mut Vec<Field>) {
        let missing: Vec<Field> =
            self.api.common.iter().filter(|field| !is_same(fields, field)).cloned().collect();
        fields.extend(missing);
    }
}

/// Whether there is a parameter of this name in this place.
fn is_same(fields: &[Field], field: &Field) -> bool {
    fields.iter().filter(|other| other.place == field.place).any(|other| {
        if field.place == Place::Header {
            other.name.wire.eq_ignore_ascii_case(&field.name.wire)
        } else {
            other.name.wire == field.name.wire
        }
    })
}

/// The fields of a section of parameters, where they go, and what the section is called.
pub(super) fn parameters(section: &Section) -> Option<(&Block, Place, &'static str)> {
    match section {
        Section::Query(block) => Some((block, Place::Query, "a `query` section")),
        Section::Header(block) => Some((block, Place::Header, "a `header` section")),
        Section::Cookie(block) => Some((block, Place::Cookie, "a `cookie` section")),
        _ => None,
    }
}
