//! Examples of unions: which variant one is, and whether it fits that.

use super::{Fit, Known, Way, is_constant, join};
use crate::model::{Field, FieldContent, Group, Presence, Shape, TypeKind, Union, Variant};
use crate::syntax::tree::{Json, JsonKind, Word};

/// The keys and values of an object.
type Entries = [(Word, Json)];

impl Fit<'_, '_> {
    pub(super) fn union(&mut self, json: &Json, union: &Union, path: &str) {
        match &union.tag {
            Some(tag) => self.tagged(json, union, tag, path),
            None => self.untagged(json, union, path),
        }
    }

    fn tagged(&mut self, json: &Json, union: &Union, tag: &str, path: &str) {
        let JsonKind::Object(entries) = &json.kind else {
            self.misfit(json, path, "an object");
            return;
        };
        let at = join(path, tag);
        let Some((_, value)) = entries.iter().find(|(key, _)| key.text == tag) else {
            if self.way == Way::Request {
                self.error(json.span, format!("the example lacks `{at}`, which is the tag"));
            }
            return;
        };
        let variant = union.variants.iter().find(
            |variant| matches!(&value.kind, JsonKind::String(text) if *text == variant.name.wire),
        );
        match variant {
            Some(variant) => match &variant.payload {
                Some(ty) => self.structure(json, &ty.kind, Some(tag), path),
                None => {
                    let nothing = Known::new(self.lowering, self.way, [].iter(), None, true);
                    self.object(json, &Known { tag: Some(tag), ..nothing }, path);
                }
            },
            // A server may know more than the spec does.
            None if self.way == Way::Response => {}
            None => {
                let tags: Vec<String> =
                    union.variants.iter().map(|it| format!("`{}`", it.name.wire)).collect();
                self.misfit(value, &at, &format!("one of {}", tags.join(", ")));
            }
        }
    }

    fn untagged(&mut self, json: &Json, union: &Union, path: &str) {
        let payloads = union.variants.iter().filter_map(|variant| variant.payload.as_ref());
        let payload = match &json.kind {
            JsonKind::Object(entries) => self.best(entries, &union.variants),
            kind => payloads.clone().find(|ty| self.may_be(&ty.kind, kind)),
        };
        match payload {
            Some(ty) => self.value(json, ty, path),
            None if self.way == Way::Response => {}
            None => {
                let kinds: Vec<String> =
                    payloads.map(|ty| self.lowering.describe_kind(&ty.kind)).collect();
                self.misfit(json, path, &kinds.join(" or "));
            }
        }
    }

    /// Whether a value that is no object has the shape of a type.
    fn may_be(&self, kind: &TypeKind, json: &JsonKind) -> bool {
        matches!(
            (self.lowering.scalar_kind(kind), json),
            (TypeKind::Json, _)
                | (TypeKind::Bool, JsonKind::Bool(_))
                | (TypeKind::Integer(_) | TypeKind::Float(_), JsonKind::Number(_))
                | (TypeKind::Text | TypeKind::Format(_), JsonKind::String(_))
                | (TypeKind::List(_) | TypeKind::Tuple(_), JsonKind::Array(_))
        )
    }

    /// The first of the variants that know most of the keys of an object, as at run time.
    fn best<'v>(
        &self,
        entries: &Entries,
        variants: &'v [Variant],
    ) -> Option<&'v crate::model::Type> {
        let mut best = None;
        for ty in variants.iter().filter_map(|variant| variant.payload.as_ref()) {
            let known = self.known_keys(&ty.kind, entries);
            if known.is_some() && known > best.map(|(known, _)| known) {
                best = known.map(|known| (known, ty));
            }
        }
        best.map(|(_, ty)| ty)
    }

    /// How many keys of an object a type knows. `None` where it cannot be that type.
    fn known_keys(&self, kind: &TypeKind, entries: &Entries) -> Option<usize> {
        let value = |wire: &str| entries.iter().find(|(key, _)| key.text == wire).map(|(_, it)| it);
        let id = match kind {
            TypeKind::Named(id) | TypeKind::Generic(id, _) => id,
            TypeKind::Map(..) | TypeKind::Json => return Some(0),
            _ => return None,
        };
        match &self.lowering.api.types.get(id.0)?.shape {
            Shape::Struct { fields, .. } => {
                let mut known = 0;
                for field in fields {
                    if let Some(groups) = self.lowering.api.groups(field) {
                        known += known_in_groups(field, groups, &value)?;
                        continue;
                    }
                    match (value(&field.name.wire), &field.content) {
                        (Some(json), FieldContent::Constant(constant))
                            if !is_constant(json, constant) =>
                        {
                            return None;
                        }
                        (Some(_), _) => known += 1,
                        (None, _) if field.presence.is_always() => {
                            return None;
                        }
                        (None, _) => {}
                    }
                }
                Some(known)
            }
            Shape::Union(union) => value(union.tag.as_ref()?).map(|_| 1),
            _ => None,
        }
    }
}

/// How many keys of the chosen group there are. `None` where one must be chosen and none is.
fn known_in_groups<'j>(
    field: &Field,
    groups: &[Group],
    value: &dyn Fn(&str) -> Option<&'j Json>,
) -> Option<usize> {
    let is_there = |group: &&Group| {
        group.fields.iter().all(|field| match field.presence {
            _ if matches!(field.content, FieldContent::Constant(_)) => true,
            Presence::Required => {
                value(&field.name.wire).is_some_and(|it| !matches!(it.kind, JsonKind::Null))
            }
            Presence::Nullable => value(&field.name.wire).is_some(),
            Presence::Optional | Presence::OptionalNullable => true,
        })
    };
    let keys = |group: &Group| {
        group.fields.iter().filter(|field| value(&field.name.wire).is_some()).count()
    };
    let most = groups.iter().filter(is_there).map(keys).max();
    most.or((field.presence != Presence::Required).then_some(0))
}
