//! Types that hold themselves: boxed where that makes them finite, reported where nothing can.

use super::Lowering;
use crate::model::{FieldContent, Presence, Shape, Type, TypeId, TypeKind};

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
        let edges = self.edges();
        for (from, list) in edges.iter().enumerate() {
            for edge in list.iter().filter(|edge| !edge.required) {
                if reaches(&edges, edge.to, TypeId(from), false) {
                    self.box_field(TypeId(from), edge.field);
                }
            }
        }
    }

    fn edges(&self) -> Vec<Vec<Edge>> {
        self.api.types.iter().map(|def| edges(&def.shape)).collect()
    }

    fn box_field(&mut self, id: TypeId, field: usize) {
        let def = self.api.types.get_mut(id.0);
        if let Some(Shape::Struct { fields, .. }) = def.map(|def| &mut def.shape) {
            if let Some(FieldContent::Value { boxed, .. }) =
                fields.get_mut(field).map(|field| &mut field.content)
            {
                *boxed = true;
            }
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

/// One struct holds another in a field.
struct Edge {
    field: usize,
    to: TypeId,
    required: bool,
}

fn edges(shape: &Shape) -> Vec<Edge> {
    let Shape::Struct { fields, .. } = shape else {
        return Vec::new();
    };
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
