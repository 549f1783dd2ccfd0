//! Headers of responses.

use super::{
    Lowering,
    members::{At, Way},
};
use crate::model::{
    Access, Field, FieldContent, ModuleId, Name, Place, Presence, Shape, Style, Type, TypeDef,
    TypeId,
};
use crate::source::Span;
use crate::syntax::tree::Block;

impl Lowering<'_> {
    /// `-> 200 T header { ... }` declares a struct that is named after the endpoint: `body` for what
    /// the response holds, and a field for each header. Of several responses one struct holds all
    /// headers, and those that not all of them have may be missing.
    pub(super) fn lower_answer(
        &mut self,
        blocks: &[&Block],
        (responses, content): (usize, Option<&Type>),
        (request, label): (&Name, &str),
        module: ModuleId,
    ) -> Option<TypeId> {
        let first = blocks.first()?;
        let mut headers = Vec::new();
        for block in blocks {
            self.merge_headers(block, &mut headers, (request, module));
        }
        let mut fields: Vec<Field> = Vec::new();
        fields.extend(content.map(|ty| body_field(ty, first.span)));
        for (mut header, times) in headers {
            if times < responses && header.presence == Presence::Required {
                header.presence = Presence::Optional;
            }
            fields.push(header);
        }
        let name = self.inline_name(request, &format!("{label}Answer"));
        let docs = format!("What `{}` answers, with its headers.", request.wire);
        let shape = Shape::of_fields(fields, true);
        Some(self.add_type(TypeDef::made(name, docs, module, shape)))
    }

    /// Adds the headers of a response to those of the responses before it, each with the number of
    /// responses that have it. A header has one type.
    fn merge_headers(
        &mut self,
        block: &Block,
        headers: &mut Vec<(Field, usize)>,
        (request, module): (&Name, ModuleId),
    ) {
        let before = headers.len();
        let (place, way) = (Place::ResponseHeader, Way::Response);
        let at = At { place, module, way, owner: &request.rust };
        for field in self.members(&block.fields, at).fields {
            let name = &field.name;
            let known = headers.iter_mut().take(before);
            match known
                .into_iter()
                .find(|(other, _)| other.name.wire.eq_ignore_ascii_case(&name.wire))
            {
                None => headers.push((field, 1)),
                Some((other, times)) if is_same(&other.content, &field.content) => {
                    *times += 1;
                    if field.presence == Presence::Optional {
                        other.presence = Presence::Optional;
                    }
                }
                Some(_) => {
                    let message = format!("`{}` of another response is of another type", name.wire);
                    self.error(name.span, message);
                }
            }
        }
    }
}

fn is_same(left: &FieldContent, right: &FieldContent) -> bool {
    match (left, right) {
        (FieldContent::Value { ty: left, .. }, FieldContent::Value { ty: right, .. }) => {
            left == right
        }
        (FieldContent::Constant(left), FieldContent::Constant(right)) => left == right,
        _ => false,
    }
}

/// The field for what a response or a delivery holds.
pub(super) fn body_field(ty: &Type, span: Span) -> Field {
    Field {
        name: Name::plain("body", span),
        docs: vec!["What the body holds.".into()],
        deprecated: None,
        presence: if ty.nullable { Presence::Nullable } else { Presence::Required },
        content: FieldContent::Value { ty: ty.clone(), boxed: false },
        default: None,
        sensitive: false,
        access: Access::Both,
        place: Place::Payload,
        style: Style::default(),
        constraints: Vec::new(),
    }
}
