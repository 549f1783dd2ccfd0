//! Types that hold themselves: boxed where that makes them finite, reported where nothing can.

use super::Lowering;
use crate::model::{Field, FieldContent, Presence, Shape, Type, TypeId, TypeKind, Union};

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
        self.unshare_boxed();
    }

    /// Boxes what a union (or, without `unions`, a struct) may hold itself through.
    fn box_edges(&mut self, unions: bool) {
        let edges = self.edges();
        for (from, list) in edges.iter().enumerate() {
            let is_union =
                self.api.types.get(from).is_some_and(|def| matches!(def.shape, Shape::Union(_)));
            for edge in list.iter().filter(|edge| is_union == unions && !edge.required) {
                if reaches(&edges, edge.to, TypeId(from), false) {
                    self.box_field(TypeId(from), edge.field);
                }
            }
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
                Some(Type { kind: TypeKind::Named(id), .. }) => self.api.types.get(id.0),
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
        self.api.types.iter().map(|def| edges(&def.shape)).collect()
    }

    fn box_field(&mut self, id: TypeId, field: usize) {
        match self.api.types.get_mut(id.0).map(|def| &mut def.shape) {
            Some(Shape::Struct { fields, .. }) => {
                if let Some(FieldContent::Value { boxed, .. }) =
                    fields.get_mut(field).map(|field| &mut field.content)
                {
                    *boxed = true;
                }
            }
            Some(Shape::Union(union)) => {
                if let Some(variant) = union.variants.get_mut(field) {
                    variant.boxed = true;
                }
            }
            _ => {}
        }
    }

    /// No value of such a type is finite. The field becomes optional, so that the rest goes on.
    fn report_endless(&mut self, id: TypeId, index: usize) {
        let Some(def) = self.api.types.get_mut(id.0) else {
            return;
        };
        let name = def.name.rust.clone();
        let Shape::Struct { fields, .. } = &mut def.shape else {
            return;
        };
        let Some(field) = fields.get_mut(index) else {
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

fn edges(shape: &Shape) -> Vec<Edge> {
    match shape {
        Shape::Struct { fields, .. } => struct_edges(fields),
        Shape::Union(union) => union_edges(union),
        Shape::Enum { .. } | Shape::IntegerEnum { .. } | Shape::Newtype(_) | Shape::Extern(_) => {
            Vec::new()
        }
    }
}

/// A union need not be any one of its variants.
fn union_edges(union: &Union) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (field, variant) in union.variants.iter().enumerate().filter(|(_, it)| !it.boxed) {
        if let Some(Type { kind: TypeKind::Named(to), .. }) = &variant.payload {
            edges.push(Edge { field, to: *to, required: false });
        }
    }
    edges
}

fn struct_edges(fields: &[Field]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        if let FieldContent::Value { ty: Type { kind: TypeKind::Named(to), .. }, .. } =
            &field.content
        {
            edges.push(Edge {
                field: index,
                to: *to,
                required: field.presence == Presence::Required,
            });
        }
    }
    edges
}

/// Whether a value of `from` may hold (or, with `always`, must hold) one of `to`.
fn reaches(edges: &[Vec<Edge>], from: TypeId, to: TypeId, always: bool) -> bool {
    let mut seen = vec![false; edges.len()];
    let mut todo = vec![from];
    while let Some(next) = todo.pop() {
        if next == to {
            return true;
        }
        match seen.get_mut(next.0) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        let list = edges.get(next.0).into_iter().flatten();
        todo.extend(list.filter(|edge| edge.required || !always).map(|edge| edge.to));
    }
    false
}
