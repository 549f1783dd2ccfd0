//! Unions: enums whose variants hold something.

use std::collections::BTreeSet;

use super::{
    Lowering,
    attrs::find,
    enums::{OF_ENUM, OF_VALUE},
    members::{At, Members, Way},
    naming::Case,
    resolve::was_reported,
    usage,
};
use crate::model::{
    Comparison, Constant, Field, FieldContent, ModuleId, Name, Place, Shape, Type, TypeDef, TypeId,
    TypeKind, Union, Variant,
};
use crate::source::Span;
use crate::syntax::tree::{self, VariantBody};

/// What every variant of a union has.
struct Base {
    /// The structs, as the spec names them.
    names: Vec<String>,
    object: Object,
}

/// What an object holds.
#[derive(Default)]
struct Object {
    fields: Vec<Field>,
    rest: Option<Box<Field>>,
    comparisons: Vec<Comparison>,
}

/// Where a variant stands.
struct Within<'a> {
    union: &'a tree::Word,
    tag: Option<&'a str>,
    module: ModuleId,
}

impl Lowering<'_> {
    /// Lowers a union. The structs that its variants hold are lowered already.
    pub(super) fn lower_union(&mut self, item: &tree::Enum, id: TypeId) -> Union {
        self.allow_attrs(&item.meta, &OF_ENUM, "an enum");
        if let Some(attr) = find(&item.meta, "closed") {
            self.error_help(
                attr.span,
                "a union is never closed: what it does not know is kept in `Unknown`",
                Some("leave `#[closed]` out".into()),
            );
        }
        let tag = item.tag.as_ref().map(|tag| tag.text.as_str());
        let within = Within { union: &item.name, tag, module: self.module_of(id) };
        self.params = self.check_param_names(id);
        let base = self.base(item, &within);
        if item.variants.is_empty() {
            self.error(item.name.span, format!("union `{}` has no variants", item.name.text));
        }
        let mut seen = BTreeSet::new();
        let mut variants = Vec::new();
        let problems = self.diags.len();
        for variant in &item.variants {
            if !seen.insert(variant.name.wire.text.as_str()) {
                let message = format!("variant `{}` is declared twice", variant.name.wire.text);
                self.error(variant.name.wire.span, message);
                continue;
            }
            variants.push(self.union_variant(variant, &base, &within));
        }
        self.params.clear();
        if tag.is_none() {
            self.check_overlap(&item.variants, &variants);
        }
        // Where a variant lacks a field of the base, there can be no accessor.
        let shared = if self.diags.len() == problems { base.object.fields } else { Vec::new() };
        let is_value = |field: &Field| matches!(field.content, FieldContent::Value { .. });
        let shared = shared.into_iter().filter(is_value).collect();
        Union { tag: tag.map(str::to_owned), variants, shared }
    }

    fn base(&mut self, item: &tree::Enum, within: &Within<'_>) -> Base {
        let mut base = Base { names: Vec::new(), object: Object::default() };
        let Some(tag) = within.tag else {
            if let Some(ty) = item.bases.first() {
                self.error_help(
                    ty.span,
                    "only objects that a tag tells apart have fields in common",
                    Some(format!("say which key has it: `enum {} tag type`", within.union.text)),
                );
            }
            return base;
        };
        for ty in &item.bases {
            let resolved = self.resolve(ty, within.module);
            let Some(object) = self.object_of(&resolved, ty, "`..` takes the fields of") else {
                continue;
            };
            let mut included = Vec::new();
            usage::named(&resolved, &mut included);
            self.api.included.extend(included);
            let name = self.describe_name(&resolved.kind);
            for field in object.fields {
                if field.name.wire == tag {
                    self.error(ty.span, format!("`{name}` has a field `{tag}`, which is the tag"));
                } else if base.object.fields.iter().any(|other| other.name.wire == field.name.wire)
                {
                    let message = format!(
                        "`{name}` has a field `{}`, and so has another base",
                        field.name.wire
                    );
                    self.error(ty.span, message);
                } else {
                    base.object.fields.push(field);
                }
            }
            base.object.rest = base.object.rest.or(object.rest);
            base.object.comparisons.extend(object.comparisons);
            base.names.push(name);
        }
        base
    }

    /// What is in what must be a struct. `None` where it is none, which has been reported.
    fn object_of(&mut self, ty: &Type, written: &tree::Type, what: &str) -> Option<Object> {
        if let Some(span) = written.nullable {
            self.error(span, "this is never null; the field that holds the union may be");
        }
        let (id, args) = match &ty.kind {
            TypeKind::Named(id) => (Some(id), &[][..]),
            TypeKind::Generic(id, args) => (Some(id), args.as_slice()),
            _ => (None, &[][..]),
        };
        if let Some(Shape::Struct { fields, rest, comparisons, .. }) =
            id.and_then(|id| self.api.types.get(id.0)).map(|def| &def.shape)
        {
            return Some(Object {
                fields: fields.iter().map(|field| field.substitute(args)).collect(),
                rest: rest.as_ref().map(|rest| Box::new(rest.substitute(args))),
                comparisons: comparisons.clone(),
            });
        }
        if !was_reported(ty, written) {
            let found = self.describe_kind(&ty.kind);
            self.error(written.span, format!("{what} a struct; this is {found}"));
        }
        None
    }

    fn union_variant(
        &mut self,
        variant: &tree::Variant,
        base: &Base,
        within: &Within<'_>,
    ) -> Variant {
        self.allow_attrs(&variant.meta, &OF_VALUE, "a variant");
        let deprecated = self.deprecated(&variant.meta);
        let name = self.name(&variant.name, Case::Pascal);
        if variant.integer.is_some() {
            self.error_help(
                name.span,
                format!("the variants of a union have names; `{}` is an integer", name.wire),
                within.tag.map(|_| format!("a tag is a text: `\"{}\" as ...`", name.wire)),
            );
        }
        let payload = match within.tag {
            _ if variant.integer.is_some() => None,
            Some(tag) => self.tagged_payload(variant, &name, tag, base, within),
            None => self.untagged_payload(variant, within),
        };
        let docs = self.docs(&variant.meta);
        Variant { name, docs, deprecated, payload, boxed: false }
    }

    fn tagged_payload(
        &mut self,
        variant: &tree::Variant,
        name: &Name,
        tag: &str,
        base: &Base,
        within: &Within<'_>,
    ) -> Option<Type> {
        let rust = format!("{}{}", name.rust, within.union.text);
        let own = match &variant.body {
            VariantBody::Bare if base.object.fields.is_empty() => return None,
            VariantBody::Bare => Members::default(),
            VariantBody::Fields(list) => {
                let (place, module) = (Place::Body, within.module);
                self.members(list, At { place, module, way: Way::Both, owner: &rust })
            }
            VariantBody::Type(written) => {
                let ty = self.resolve(written, within.module);
                if let (TypeKind::Param(..), []) = (&ty.kind, base.object.fields.as_slice()) {
                    return Some(ty);
                }
                let what = "a variant of a tagged union holds";
                let fields = self.object_of(&ty, written, what)?.fields;
                self.check_tag_field(&fields, name, tag, |_| written.span);
                self.check_has_base(&fields, base, written.span, &ty);
                return Some(ty);
            }
        };
        self.check_tag_field(&own.fields, name, tag, |field| own.span_of(field));
        let mut all = base.object.fields.clone();
        for field in &own.fields {
            if base.object.fields.iter().any(|other| other.name.wire == field.name.wire) {
                let bases = base.names.join("` or `");
                let message = format!("`{}` is a field of `{bases}` already", field.name.wire);
                self.error(own.span_of(field), message);
            } else {
                all.push(field.clone());
            }
        }
        let mut others = own.rest.map(Box::new).or_else(|| base.object.rest.clone());
        let mut comparisons = base.object.comparisons.clone();
        comparisons.extend(own.comparisons);
        // Of the parameters of the union it has those that it needs.
        let (params, args) = self.needed_params(&mut all, others.as_deref_mut());
        let id = self.add_unnamed_type(TypeDef {
            name: Name { rust, ..name.clone() },
            docs: variant.meta.docs.clone(),
            deprecated: None,
            module: within.module,
            params,
            is_input: false,
            shape: Shape::Struct { fields: all, closed: false, rest: others, comparisons },
        });
        let kind = if args.is_empty() { TypeKind::Named(id) } else { TypeKind::Generic(id, args) };
        Some(Type::plain(kind))
    }

    /// The tag is no field of the payload; the payload may say it as a constant.
    fn check_tag_field(
        &mut self,
        fields: &[Field],
        name: &Name,
        tag: &str,
        span: impl Fn(&Field) -> Span,
    ) {
        let groups = fields.iter().filter_map(|field| self.api.groups(field)).flatten();
        let mut all = fields.iter().chain(groups.flat_map(|group| &group.fields));
        let Some(field) = all.find(|field| field.name.wire == tag).cloned() else {
            return;
        };
        let same = match &field.content {
            FieldContent::Constant(constant) => *constant == Constant::Text(name.wire.clone()),
            FieldContent::Value { .. } => false,
        };
        if !same {
            self.error_help(
                span(&field),
                format!("`{tag}` is the tag, which is `\"{}\"` here", name.wire),
                Some(format!("leave the field out, or write `{tag}: \"{}\"`", name.wire)),
            );
        }
    }

    /// A struct that a variant names has the fields of the base itself.
    fn check_has_base(&mut self, fields: &[Field], base: &Base, span: Span, ty: &Type) {
        let lacking = base.object.fields.iter().find(|wanted| {
            !fields.iter().any(|field| {
                let same = match (&field.content, &wanted.content) {
                    (FieldContent::Value { ty, .. }, FieldContent::Value { ty: wanted, .. }) => {
                        ty == wanted
                    }
                    (FieldContent::Constant(one), FieldContent::Constant(other)) => one == other,
                    _ => false,
                };
                same && field.name.wire == wanted.name.wire
                    && field.name.rust == wanted.name.rust
                    && field.presence == wanted.presence
                    && field.sensitive == wanted.sensitive
            })
        });
        if let Some(lacking) = lacking {
            let (name, bases) = (self.describe_name(&ty.kind), base.names.join("`, `.."));
            self.error_help(
                span,
                format!(
                    "`{name}` lacks the field `{}`, which every variant has",
                    lacking.name.wire
                ),
                Some(format!("write `..{bases}` in `{name}` as well")),
            );
        }
    }

    fn untagged_payload(&mut self, variant: &tree::Variant, within: &Within<'_>) -> Option<Type> {
        let span = variant.name.wire.span;
        let name = &variant.name.wire.text;
        let VariantBody::Type(written) = &variant.body else {
            let help = format!(
                "write `enum {} tag type {{ ... }}` where a key tells them apart, or a type: `{name}(T)`",
                within.union.text
            );
            self.error_help(span, format!("`{name}` needs a tag"), Some(help));
            return None;
        };
        if let Some(null) = written.nullable {
            self.error(null, "this is never null; the field that holds the union may be");
        }
        let mut ty = self.resolve(written, within.module);
        ty.nullable = false;
        Some(ty)
    }

    /// The name of a type of the spec.
    fn describe_name(&self, kind: &TypeKind) -> String {
        match kind {
            TypeKind::Named(id) | TypeKind::Generic(id, _) => {
                self.api.types.get(id.0).map_or_else(String::new, |def| def.name.rust.clone())
            }
            other => self.describe_kind(other),
        }
    }
}
