//! The types of a spec, one file for each shape.

mod choice;
mod enum_;
mod extern_;
mod newtype;
mod outcome;
mod struct_;
mod union_;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use crate::model::{Shape, TypeDef};

/// Emits a type.
pub(super) fn type_def(emitter: Emitter<'_>, def: &TypeDef) -> TokenStream {
    match &def.shape {
        Shape::Struct { fields, closed, rest, comparisons } => {
            let rest = rest.as_deref();
            struct_::struct_(emitter, def, fields, *closed, (rest, comparisons))
        }
        Shape::Choice(groups) => choice::choice(emitter, def, groups),
        Shape::Enum { values, closed } => enum_::enum_(emitter, def, values, *closed),
        Shape::IntegerEnum { values, closed } => enum_::integer_enum(emitter, def, values, *closed),
        Shape::Union(union) => union_::union_(emitter, def, union),
        Shape::Outcome(variants) => outcome::outcome(emitter, def, variants),
        Shape::Extern(external) => extern_::extern_(emitter, external),
        Shape::Newtype(inner) => newtype::newtype(emitter, def, inner),
    }
}

/// `<T, U>`, or nothing.
fn generics(params: &[Ident]) -> TokenStream {
    if params.is_empty() { TokenStream::new() } else { quote!(<#(#params),*>) }
}
