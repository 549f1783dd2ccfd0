//! Blocks of fields: the fields themselves, those of included structs, and exclusive groups.

use std::collections::BTreeMap;

use super::{Declared, Lowering, attempts::is_key, places::Spans};
use crate::model::name::pascal_case;
use crate::model::{
    Access, Comparison, Field, FieldContent, Group, ModuleId, Name, Place, Presence, Shape, Style,
    Type, TypeDef, TypeId, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{self, StructBody, Word};

/// How deep structs may include others.
const MAX_DEPTH: usize = 64;

/// A block of fields as it is gathered.
#[derive(Default)]
pub(super) struct Members {
    /// The fields.
    pub(super) fields: Vec<Field>,
    /// All other keys, where they have a type.
    pub(super) rest: Option<Field>,
    /// How fields of included structs must compare.
    pub(super) comparisons: Vec<Comparison>,
    /// The keys so far, and where each comes from.
    keys: BTreeMap<String, Origin>,
    /// Where the block says that it has a field: at the field, or at the inclusion.
    spans: BTreeMap<String, Span>,
}

impl Members {
    /// Where the block says that it has this field.
    pub(super) fn span_of(&self, field: &Field) -> Span {
        self.spans.get(&field.name.wire).copied().unwrap_or(field.name.span)
    }
}

/// Where a field of a block comes from.
#[derive(Clone, PartialEq, Eq)]
enum Origin {
    /// It stands there.
    Own,
    /// It is in an exclusive group.
    Choice,
    /// A struct that is included has it.
    Included(String),
}

/// Which way the fields of a block go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// As the struct goes.
    Both,
    /// Into a request.
    Request,
    /// Out of a response.
    Response,
}

/// Where a block stands.
#[derive(Clone, Copy)]
pub(super) struct At<'n> {
    /// What it is part of.
    pub(super) place: Place,
    /// The module.
    pub(super) module: ModuleId,
    /// Which way its fields go.
    pub(super) way: Way,
    /// The Rust name of the type that it becomes.
    pub(super) owner: &'n str,
}

impl Lowering<'_> {
    /// Lowers the fields of a block.
    pub(super) fn members(&mut self, list: &[tree::Member], at: At<'_>) -> Members {
        let mut members = Members::default();
        for member in list {
            match member {
                // The idempotency key is no parameter.
                tree::Member::Field(field) if at.place == Place::Header && is_key(field) => {}
                tree::Member::Field(field) => {
                    let lowered = self.field_on_way(field, at.place, at.module, at.way);
                    let span = lowered.name.span;
                    self.add(lowered, &Origin::Own, span, &mut members);
                }
                tree::Member::Include(include) => self.include(include, at, &mut members),
                tree::Member::Choice(choice) => self.exclusive(choice, at, &mut members),
            }
        }
        members
    }

    /// Adds a field, unless another of the same name comes from somewhere else. Two that both stand
    /// in the block are reported later, with all names that are given twice.
    fn add(&mut self, field: Field, origin: &Origin, span: Span, members: &mut Members) {
        if self.take_key(&field.name, origin, span, members) {
            members.spans.insert(field.name.wire.clone(), span);
            members.fields.push(field);
        }
    }

    fn take_key(
        &mut self,
        name: &Name,
        origin: &Origin,
        span: Span,
        members: &mut Members,
    ) -> bool {
        let wire = &name.wire;
        let message = match (members.keys.get(wire), origin) {
            (None, _) => {
                members.keys.insert(wire.clone(), origin.clone());
                return true;
            }
            (Some(Origin::Own), Origin::Own) => return true,
            (Some(Origin::Included(first)), Origin::Included(second)) => {
                format!("`{wire}` is in `{first}` and in `{second}`, which are both included here")
            }
            (Some(Origin::Included(other)), _) | (Some(_), Origin::Included(other)) => {
                format!("`{wire}` is declared here and in `{other}`, which is included here")
            }
            _ => format!("`{wire}` is declared in an exclusive group and beside it"),
        };
        self.error(span, message);
        false
    }

    /// `..Type`
    fn include(&mut self, include: &tree::Include, at: At<'_>, members: &mut Members) {
        self.allow_attrs(&include.meta, &[], "an inclusion");
        if let Some(span) = include.ty.nullable.or(include.ty.sets.first().map(|set| set.span)) {
            self.error(span, "what is included is neither null nor constrained");
        }
        let problems = self.diags.len();
        let ty = self.resolve(&include.ty, at.module);
        let is_lost = ty.kind == TypeKind::Json
            && !matches!(&include.ty.kind, tree::TypeKind::Named { name, .. } if name.text == "Json");
        if self.diags.len() > problems || is_lost {
            self.left_out.members = true;
            return;
        }
        match ty.kind {
            TypeKind::Map(..) => self.include_rest(include, ty, at, members),
            TypeKind::Named(id) => self.include_struct(include, id, &[], at, members),
            TypeKind::Generic(id, ref args) => self.include_struct(include, id, args, at, members),
            TypeKind::Foreign(path, _) => self.error_help(
                include.ty.span,
                format!("another spec declares `{path}`, and what is in it is not known here"),
                Some("make it a field of its own, or write the fields".into()),
            ),
            _ => self.error_help(
                include.ty.span,
                "only a struct can be included, whose fields are known",
                Some("`..Map<String, T>` stands for all other keys".into()),
            ),
        }
    }

    fn include_struct(
        &mut self,
        include: &tree::Include,
        id: TypeId,
        args: &[Type],
        at: At<'_>,
        members: &mut Members,
    ) {
        if !self.lower_struct(id, include.span) {
            return;
        }
        self.api.included.insert(id);
        let Some(def) = self.api.types.get(id.0) else {
            return;
        };
        let name = def.name.rust.clone();
        let Shape::Struct { fields, rest, comparisons, .. } = &def.shape else {
            let message = format!("`{name}` is no struct with fields, and cannot be included");
            self.error(include.ty.span, message);
            return;
        };
        let place = at.place;
        let placed = |field: &Field| Field { place, ..field.substitute(args) };
        let compared = comparisons.iter().map(|one| Comparison { place, ..one.clone() });
        members.comparisons.extend(compared);
        let (fields, rest): (Vec<Field>, _) =
            (fields.iter().map(placed).collect(), rest.as_deref().map(placed));
        let left_out = match at.way {
            Way::Both => None,
            Way::Request => Some(Access::ReadOnly),
            Way::Response => Some(Access::WriteOnly),
        };
        let origin = Origin::Included(name);
        for field in fields.into_iter().filter(|field| Some(field.access) != left_out) {
            self.check_included(&field, include.span);
            self.add(field, &origin, include.span, members);
        }
        if let Some(rest) = rest {
            self.add_rest(rest, include.span, members);
        }
    }

    /// What may stand in an object may not be able to stand in a query.
    pub(super) fn check_included(&mut self, field: &Field, span: Span) {
        let nullable = matches!(field.presence, Presence::Nullable | Presence::OptionalNullable);
        let name = Word { text: field.name.wire.clone(), span };
        let spans = Spans {
            name,
            of: format!("`{}`: ", field.name.wire),
            optional: None,
            nullable: nullable.then_some(span),
            ty: span,
            style: None,
            lost: false,
        };
        self.check_place(field, &spans);
    }

    /// `..Map<String, T>`
    fn include_rest(
        &mut self,
        include: &tree::Include,
        ty: Type,
        at: At<'_>,
        members: &mut Members,
    ) {
        let is_open = at.place == Place::Query || at.place.is_in_body();
        if !is_open {
            self.error(include.span, "only a query or an object can have keys of any name");
            return;
        }
        let constraints = crate::model::describe(&ty.checks);
        let value = match &ty.kind {
            TypeKind::Map(_, value) => (**value).clone(),
            _ => return,
        };
        let field = |name: &str, ty| Field {
            name: Name::plain(name, include.span),
            docs: include.meta.docs.clone(),
            deprecated: None,
            presence: Presence::Required,
            content: FieldContent::Value { ty, boxed: false },
            default: None,
            sensitive: false,
            access: Access::Both,
            place: at.place,
            style: Style::default(),
            constraints: constraints.clone(),
        };
        self.check_included(&field("extra", value), include.span);
        self.add_rest(field("extra", ty), include.span, members);
    }

    fn add_rest(&mut self, rest: Field, span: Span, members: &mut Members) {
        if members.rest.is_some() {
            self.error(span, "all other keys have a type already");
        } else {
            members.rest = Some(rest);
        }
    }

    /// `( a: A, b: B | c: C ) as name?`
    fn exclusive(&mut self, choice: &tree::Choice, at: At<'_>, members: &mut Members) {
        self.allow_attrs(&choice.meta, &[], "an exclusive group");
        self.check_snake_case(&choice.name);
        if !self.params.is_empty() {
            self.error_help(
                choice.span,
                "an exclusive group in a generic struct is not supported",
                Some("declare it in a struct without parameters, and include that".into()),
            );
            return;
        }
        if at.place == Place::ResponseHeader {
            self.error(choice.span, "the headers of a response are no exclusive group");
            return;
        }
        let mut groups: Vec<Group> = Vec::new();
        for list in &choice.groups {
            let fields: Vec<Field> = list
                .iter()
                .map(|field| self.field_on_way(field, at.place, at.module, at.way))
                .collect();
            self.check_group(&fields, &groups, members);
            if let Some(first) = fields.first() {
                let name = Name { rust: variant(&fields, &groups), ..first.name.clone() };
                groups.push(Group { name, fields });
            }
        }
        for field in groups.iter().flat_map(|group| &group.fields) {
            members.keys.insert(field.name.wire.clone(), Origin::Choice);
        }
        let firsts: Vec<String> =
            groups.iter().map(|group| format!("`{}`", keys_of(&group.fields))).collect();
        let mut name = Name::plain(&choice.name.text, choice.name.span);
        name.rust = crate::model::name::escape(name.rust);
        let rust = format!("{}{}", at.owner, pascal_case(&choice.name.text));
        let of_type = Name { wire: rust.clone(), rust, span: choice.name.span };
        let docs = format!("The choice `{}` of `{}`.", name.wire, at.owner);
        let shape = Shape::Choice(groups);
        let id = self.add_type(TypeDef::made(of_type, docs, at.module, shape));
        members.fields.push(Field {
            name,
            docs: choice.meta.docs.clone(),
            deprecated: None,
            presence: match choice.optional {
                Some(_) => Presence::Optional,
                None => Presence::Required,
            },
            content: FieldContent::Value { ty: Type::plain(TypeKind::Named(id)), boxed: false },
            default: None,
            sensitive: false,
            access: Access::Both,
            place: at.place,
            style: Style::default(),
            constraints: vec![format!("One of {}.", firsts.join(", "))],
        });
    }

    /// A group is told by the fields that are always there.
    fn check_group(&mut self, fields: &[Field], groups: &[Group], members: &mut Members) {
        for (index, field) in fields.iter().enumerate() {
            let is_twice =
                fields.iter().take(index).any(|other| other.name.wire == field.name.wire);
            if is_twice {
                let message = format!("`{}` is in the group twice", field.name.wire);
                self.error(field.name.span, message);
            } else {
                let known = members.keys.get(&field.name.wire).cloned();
                if known.is_some() {
                    self.take_key(&field.name, &Origin::Choice, field.name.span, members);
                }
            }
        }
        let keys = required(fields);
        let Some(first) = fields.first() else {
            return;
        };
        if keys.is_empty() {
            self.error(first.name.span, "a group is told by a field that is always there");
        } else if groups.iter().any(|group| required(&group.fields) == keys) {
            let message = "this group has the keys of another, and cannot be told from it";
            self.error(first.name.span, message);
        }
    }

    /// Lowers the fields of a struct, unless that is done. `false` where it cannot be included: it
    /// is the one that includes, or holds a mistake of that kind.
    pub(super) fn lower_struct(&mut self, id: TypeId, span: Span) -> bool {
        let Some((_, Declared::Struct(item))) = self.declared.get(id.0).copied() else {
            return true;
        };
        let StructBody::Fields(list) = &item.body else {
            return true;
        };
        match self.lowered.get(&id) {
            Some(true) => return true,
            Some(false) => {
                self.error(span, format!("`{}` includes itself", item.name.text));
                return false;
            }
            None => {}
        }
        if self.include_depth >= MAX_DEPTH {
            self.error(span, format!("structs include others at most {MAX_DEPTH} deep"));
            return false;
        }
        self.lowered.insert(id, false);
        self.include_depth += 1;
        let allowed = ["closed", "deprecated", "error", "check", "title", "since", "sunset", "x"];
        self.allow_attrs(&item.meta, &allowed, "a struct");
        let closed = self.flag(&item.meta, "closed");
        let params = self.check_param_names(id);
        let outer = std::mem::replace(&mut self.params, params);
        let module = self.module_of(id);
        let at = At { place: Place::Body, module, way: Way::Both, owner: &item.name.text };
        let mut members = self.members(list, at);
        self.params = outer;
        if let (true, Some(rest)) = (closed, &members.rest) {
            self.error(rest.name.span, "a closed struct has no other keys");
        }
        let own = self.comparisons(&item.meta, &members.fields, Place::Body);
        members.comparisons.extend(own);
        let Members { fields, rest, comparisons, .. } = members;
        let shape = Shape::Struct { fields, closed, rest: rest.map(Box::new), comparisons };
        self.set_shape(id, Some(shape));
        self.include_depth -= 1;
        self.lowered.insert(id, true);
        true
    }
}

/// The name of a group's variant: that of its first field that is no constant, or where that is
/// taken of all.
fn variant(fields: &[Field], groups: &[Group]) -> String {
    let is_taken = |name: &str| groups.iter().any(|group| group.name.rust == name);
    let values = fields.iter().filter(|field| matches!(field.content, FieldContent::Value { .. }));
    let names: Vec<String> = values.map(|field| pascal_case(&field.name.rust)).collect();
    let mut name = names.first().cloned().unwrap_or_else(|| "Group".to_owned());
    if is_taken(&name) {
        name = names.concat();
    }
    // The same fields again have been reported.
    while is_taken(&name) {
        name.push('_');
    }
    name
}

/// The keys that are always there.
fn required(fields: &[Field]) -> Vec<&str> {
    let mut keys: Vec<&str> = fields
        .iter()
        .filter(|field| field.presence.is_always())
        .filter(|field| matches!(field.content, FieldContent::Value { .. }))
        .map(|field| field.name.wire.as_str())
        .collect();
    keys.sort_unstable();
    keys
}

/// The keys of a group in words.
fn keys_of(fields: &[Field]) -> String {
    let keys: Vec<&str> = fields.iter().map(|field| field.name.wire.as_str()).collect();
    keys.join("` with `")
}
