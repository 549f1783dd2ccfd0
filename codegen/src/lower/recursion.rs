//! Types that hold themselves: boxed where that makes them finite, reported where nothing can.

use super::{Lowering, usage};
use crate::model::{FieldContent, Group, Presence, Shape, Type, TypeId, TypeKind};

impl Lowering<'_> {
    /// Boxes the fields through which a struct may hold itself without a list or map in between.
    /// Only those that may be missing: a chain of others has no end, and is reported.
    pub(super) fn box_recursion(&mut self) {
        let edges = self.edges();
        for (from, list) in edges.iter().enumerate() {
            let endless = list
                .iter()
                .find(|edge| edge.required && reaches(&edges, edge.to, TypeId(from), true));
            if let Some(edge) = endless {
                self.report_endless(TypeId(from), edge.field);
            }
        }
        // What a variant holds is boxed first: that may be box enough.
        self.box_edges(true);
        self.box_edges(false);
        self.check_choices();
        self.unshare_boxed();
    }

    /// Boxes what a union (or, without `unions`, a struct) may hold itself through.
    fn box_edges(&mut self, unions: bool) {
        let edges = self.edges();
        for (from, list) in edges.iter().enumerate() {
            let is_union =
                self.api.types.get(from).is_some_and(|def| matches!(def.shape, Shape::Union(_)));
            for edge in list.iter().filter(|edge| is_union == unions && !edge.required) {
                // Where the way leads through an exclusive group, the box is in that.
                let through = self.api.types.get(edge.to.0);
                if through.is_some_and(|def| matches!(def.shape, Shape::Choice(_))) {
                    continue;
                }
                if reaches(&edges, edge.to, TypeId(from), false) {
                    self.check_boxable(TypeId(from), edge.field);
                    self.box_field(TypeId(from), edge.field);
                }
            }
        }
    }

    /// An exclusive group whose groups all hold it again has no end either.
    fn check_choices(&mut self) {
        let mut endless = Vec::new();
        for def in &mut self.api.types {
            let Shape::Choice(groups) = &mut def.shape else {
                continue;
            };
            if groups.is_empty() || groups.iter().any(Group::is_finite) {
                continue;
            }
            endless.push((def.name.span, def.name.rust.clone()));
            // So that what is emitted is Rust all the same.
            for field in groups.iter_mut().take(1).flat_map(|group| &mut group.fields) {
                field.presence = Presence::Optional;
            }
        }
        for (span, name) in endless {
            let message = format!("each group of `{name}` holds another `{name}`, so none can end");
            self.error(span, message);
        }
    }

    /// A field that is boxed in one variant of a union and not in another has no accessor.
    fn unshare_boxed(&mut self) {
        let boxed = |shape: &Shape, wire: &str| match shape {
            Shape::Struct { fields, .. } => fields.iter().any(|field| {
                field.name.wire == wire
                    && matches!(field.content, FieldContent::Value { boxed: true, .. })
            }),
            _ => false,
        };
        for index in 0..self.api.types.len() {
            let Some(Shape::Union(union)) = self.api.types.get(index).map(|def| &def.shape) else {
                continue;
            };
            let payloads = union.variants.iter().filter_map(|variant| match variant.payload {
                Some(Type { kind: TypeKind::Named(id) | TypeKind::Generic(id, _), .. }) => {
                    self.api.types.get(id.0)
                }
                _ => None,
            });
            let payloads: Vec<&Shape> = payloads.map(|def| &def.shape).collect();
            let kept: Vec<bool> = union
                .shared
                .iter()
                .map(|field| !payloads.iter().any(|shape| boxed(shape, &field.name.wire)))
                .collect();
            if let Some(Shape::Union(union)) =
                self.api.types.get_mut(index).map(|def| &mut def.shape)
            {
                let mut kept = kept.into_iter();
                union.shared.retain(|_| kept.next().unwrap_or(true));
            }
        }
    }

    fn edges(&self) -> Vec<Vec<Edge>> {
        let inline = self.inline_params();
        self.api.types.iter().map(|def| edges(&def.shape, &inline)).collect()
    }

    /// For each parameter of each type whether a value of it stands right in a value of the type,
    /// without a list or map in between: always, or only where a field is there.
    fn inline_params(&self) -> Vec<Vec<Inline>> {
        let mut inline: Vec<Vec<Inline>> =
            self.api.types.iter().map(|def| vec![Inline::Never; def.params.len()]).collect();
        loop {
            let mut changed = false;
            for (id, def) in self.api.types.iter().enumerate() {
                let mut found = Vec::new();
                for (_, kind, required) in kinds(&def.shape) {
                    inline_kinds(kind, required, &inline, &mut |kind, always| {
                        if let TypeKind::Param(index, _) = kind {
                            let level = if always { Inline::Always } else { Inline::Sometimes };
                            found.push((*index, level));
                        }
                    });
                }
                for (index, level) in found {
                    let known = inline.get_mut(id).and_then(|params| params.get_mut(index));
                    if let Some(known) = known.filter(|known| **known < level) {
                        *known = level;
                        changed = true;
                    }
                }
            }
            if !changed {
                return inline;
            }
        }
    }

    /// A field that is always there and holds its own struct through the argument of a generic one
    /// would have to be boxed inside that.
    fn check_boxable(&mut self, id: TypeId, index: usize) {
        let Some(def) = self.api.types.get_mut(id.0) else {
            return;
        };
        let name = def.name.rust.clone();
        // One of its other groups ends it.
        if matches!(def.shape, Shape::Choice(_)) {
            return;
        }
        let Some(field) = def.shape.fields_mut().nth(index) else {
            return;
        };
        if field.presence == Presence::Required {
            let (span, wire) = (field.name.span, field.name.wire.clone());
            field.presence = Presence::Optional;
            self.error_help(
                span,
                format!("`{name}` holds another `{name}` through an argument, in a field that is always there"),
                Some(format!("let it be left out: `{wire}?: ...`")),
            );
        }
    }

    fn box_field(&mut self, id: TypeId, field: usize) {
        let shape = self.api.types.get_mut(id.0).map(|def| &mut def.shape);
        if let Some(Shape::Union(union)) = shape {
            if let Some(variant) = union.variants.get_mut(field) {
                variant.boxed = true;
            }
            return;
        }
        let field = shape.and_then(|shape| shape.fields_mut().nth(field));
        if let Some(FieldContent::Value { boxed, .. }) = field.map(|field| &mut field.content) {
            *boxed = true;
        }
    }

    /// No value of such a type is finite. The field becomes optional, so that the rest goes on.
    fn report_endless(&mut self, id: TypeId, index: usize) {
        let Some(def) = self.api.types.get_mut(id.0) else {
            return;
        };
        let name = def.name.rust.clone();
        // Of what leads through a struct that is the one to be reported.
        if let Shape::Newtype(inner) = &mut def.shape {
            if matches!(inner.kind, TypeKind::Tuple(_)) {
                *inner = Type::plain(TypeKind::Json);
                let span = def.name.span;
                self.error(
                    span,
                    format!("`{name}` always holds another `{name}`, so none can end"),
                );
            }
            return;
        }
        let Some(field) = def.shape.fields_mut().nth(index) else {
            return;
        };
        let (span, wire) = (field.name.span, field.name.wire.clone());
        field.presence = Presence::Optional;
        self.error_help(
            span,
            format!("`{name}` always holds another `{name}`, so none can end"),
            Some(format!("let the last one leave it out: `{wire}?: ...`")),
        );
    }
}

/// One type holds another.
struct Edge {
    /// The field of a struct, or the variant of a union.
    field: usize,
    to: TypeId,
    required: bool,
}

/// How a value of a parameter stands in a value of its type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Inline {
    Never,
    Sometimes,
    Always,
}

/// The fields, or the variants of a union, that hold a value: their indices and types, and whether
/// it is always there.
fn kinds(shape: &Shape) -> impl Iterator<Item = (usize, &TypeKind, bool)> {
    // Of the groups of a choice only one is there, and so of the variants of a union.
    let is_choice = matches!(shape, Shape::Choice(_));
    let variants = match shape {
        Shape::Union(union) => union.variants.as_slice(),
        _ => &[],
    };
    let variants = variants.iter().enumerate().filter(|(_, variant)| !variant.boxed);
    let variants = variants
        .filter_map(|(index, variant)| Some((index, &variant.payload.as_ref()?.kind, false)));
    let inner = match shape {
        Shape::Newtype(inner) => Some((0, &inner.kind, true)),
        _ => None,
    };
    let fields = shape.fields().enumerate().filter_map(move |(index, field)| {
        let ty = field.value_type()?;
        let always = field.presence == Presence::Required && !ty.nullable && !is_choice;
        Some((index, &ty.kind, always))
    });
    fields.chain(variants).chain(inner)
}

fn edges(shape: &Shape, inline: &[Vec<Inline>]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (field, kind, required) in kinds(shape) {
        inline_kinds(kind, required, inline, &mut |kind, required| {
            if let TypeKind::Named(to) | TypeKind::Generic(to, _) = kind {
                edges.push(Edge { field, to: *to, required });
            }
        });
    }
    edges
}

/// Visits what stands right in a value, and tells whether it always does.
fn inline_kinds<'k>(
    kind: &'k TypeKind,
    always: bool,
    inline: &[Vec<Inline>],
    visit: &mut impl FnMut(&'k TypeKind, bool),
) {
    visit(kind, always);
    match kind {
        TypeKind::Tuple(items) => {
            for item in items {
                inline_kinds(&item.kind, always && !item.nullable, inline, visit);
            }
        }
        TypeKind::Generic(id, args) => {
            for (arg, level) in args.iter().zip(inline.get(id.0).into_iter().flatten()) {
                if *level != Inline::Never {
                    let always = always && *level == Inline::Always && !arg.nullable;
                    inline_kinds(&arg.kind, always, inline, visit);
                }
            }
        }
        // What the other spec does with it is not known.
        TypeKind::Foreign(_, args) => {
            for arg in args {
                inline_kinds(&arg.kind, false, inline, visit);
            }
        }
        _ => {}
    }
}

/// Whether a value of `from` may hold (or, with `always`, must hold) one of `to`.
fn reaches(edges: &[Vec<Edge>], from: TypeId, to: TypeId, always: bool) -> bool {
    let reached = usage::reached(edges.len(), vec![from], |id, found| {
        let list = edges.get(id.0).into_iter().flatten();
        found.extend(list.filter(|edge| edge.required || !always).map(|edge| edge.to));
    });
    reached.get(to.0).copied().unwrap_or_default()
}
