//! What can stand in a path, a query, a header, a cookie or a form is less than what can stand in
//! JSON, and styles say how it is written there.

use super::{Lowering, attrs::find};
use crate::diagnostic::suggest;
use crate::model::{Field, FieldContent, Place, Presence, Shape, Style, Type, TypeId, TypeKind};
use crate::source::Span;
use crate::syntax::tree::{self, Meta};

/// The styles that are written, by name.
const STYLES: [(&str, Style); 4] = [
    ("pipe", Style::Pipe),
    ("space", Style::Space),
    ("comma", Style::Comma),
    ("deep", Style::Deep),
];

/// The headers that the client writes itself.
const WRITTEN: [&str; 5] =
    ["host", "content-length", "transfer-encoding", "connection", "content-type"];

/// Where the parts of a field stand, for reports.
pub(super) struct Spans {
    pub(super) name: tree::Word,
    /// What a report says first, where the field stands elsewhere.
    pub(super) of: String,
    pub(super) optional: Option<Span>,
    pub(super) nullable: Option<Span>,
    pub(super) ty: Span,
    pub(super) style: Option<Span>,
    /// Whether its type is unknown, which has been reported.
    pub(super) lost: bool,
}

impl Lowering<'_> {
    /// What `#[style(...)]` says.
    pub(super) fn style(&mut self, meta: &Meta, place: Place) -> Style {
        let attr = find(meta, "style");
        // Anywhere else the attribute has been reported.
        let Some(attr) = attr.filter(|_| matches!(place, Place::Query | Place::Form)) else {
            return Style::Form;
        };
        if let Some(second) = attr.args.get(1) {
            self.error(second.span, "a parameter has one style");
        }
        let word = attr.args.first().and_then(|arg| match (&arg.key, &arg.value) {
            (Some(word), None) => Some(word),
            _ => None,
        });
        let Some(word) = word else {
            let span = attr.args.first().map_or(attr.span, |arg| arg.span);
            self.error(span, "expected a style: `pipe`, `space`, `comma` or `deep`");
            return Style::Form;
        };
        if let Some((_, style)) = STYLES.iter().find(|(name, _)| *name == word.text) {
            return *style;
        }
        let help = match word.text.as_str() {
            "form" => "one pair for each value is how a list is written without `#[style]`".into(),
            name => suggest(name, STYLES.iter().map(|(name, _)| *name)).map_or_else(
                || "the styles are `pipe`, `space`, `comma` and `deep`".into(),
                |name| format!("did you mean `{name}`?"),
            ),
        };
        self.error_help(word.span, format!("unknown style `{}`", word.text), Some(help));
        Style::Form
    }

    /// Checks that a field can stand in its place.
    pub(super) fn check_place(&mut self, lowered: &Field, spans: &Spans) {
        let what = match lowered.place {
            Place::Path => "a path",
            Place::Query => "a query",
            Place::Header => "a header",
            Place::Cookie => "a cookie",
            Place::ResponseHeader => "a header of a response",
            Place::Form => "a form",
            Place::Part => "a body of parts",
            Place::Body | Place::Payload => return,
        };
        if let Some(span) = spans.nullable.filter(|_| lowered.place != Place::Form) {
            self.error(span, format!("{}there is no `null` in {what}", spans.of));
        }
        match lowered.place {
            Place::Path => {
                if let Some(span) = spans.optional {
                    self.error(span, "a path parameter is always there");
                }
            }
            Place::Header => self.check_header_name(&spans.name),
            Place::Cookie => self.check_cookie_name(&spans.name),
            Place::ResponseHeader => {
                self.is_header_name(&spans.name);
            }
            _ => {}
        }
        match &lowered.content {
            FieldContent::Constant(_) => {
                if let Some(span) = spans.style {
                    self.error(span, "a constant is one value, which needs no style");
                }
            }
            FieldContent::Value { ty, .. } if !spans.lost => {
                self.check_content(spans, lowered, ty, what);
            }
            FieldContent::Value { .. } => {}
        }
    }

    /// Checks that a type can stand in a place, and be written in the style that is asked for.
    fn check_content(&mut self, spans: &Spans, lowered: &Field, ty: &Type, what: &str) {
        let kind = self.scalar_kind(&ty.kind);
        let has_style = matches!(lowered.place, Place::Query | Place::Form);
        let (of, in_words) = (&spans.of, self.describe_kind(&kind));
        if self.api.is_choice(&kind) {
            self.check_groups(&kind, lowered.place, spans);
            return;
        }
        if lowered.place == Place::Part {
            self.check_part(spans, &kind);
            return;
        }
        if self.is_union(&kind) {
            self.check_union(spans, &kind, (lowered.place, what));
            return;
        }
        match (&kind, lowered.style, spans.style) {
            (TypeKind::List(_), Style::Deep, Some(span)) => {
                self.error_help(
                    span,
                    "`deep` is for objects and maps; this is a list",
                    Some("a list is written with `pipe`, `space` or `comma`, or as one pair for each value without a style".into()),
                );
            }
            (TypeKind::List(element), ..) if lowered.place != Place::Cookie => {
                self.check_element(spans, element, what);
            }
            (
                TypeKind::Named(_) | TypeKind::Generic(..) | TypeKind::Map(..),
                Style::Deep,
                Some(_),
            ) => {
                if let Some(why) = self.deep_misfit(&ty.kind, lowered.place, &mut Vec::new()) {
                    let message = format!("{of}{in_words} cannot be written as `deep`: {why}");
                    self.error(spans.ty, message);
                }
            }
            (TypeKind::Named(_) | TypeKind::Generic(..) | TypeKind::Map(..), ..) if has_style => {
                let name = &lowered.name.wire;
                self.error_help(
                    spans.ty,
                    format!("{of}{in_words} cannot stand in {what} as it is"),
                    spans
                        .of
                        .is_empty()
                        .then(|| format!("`#[style(deep)]` writes it as `{name}[key]=value`")),
                );
            }
            (kind, _, Some(span)) if is_scalar(kind) => {
                let message =
                    format!("a style says how a list or an object is written; this is {in_words}");
                self.error(span, message);
            }
            (kind, ..) if is_scalar(kind) => {}
            _ => self.error(spans.ty, format!("{of}{in_words} cannot stand in {what}")),
        }
    }

    /// A union by shape can stand where all its variants can.
    fn check_union(&mut self, spans: &Spans, kind: &TypeKind, (place, what): (Place, &str)) {
        let place = if place == Place::Form { Place::Query } else { place };
        if !self.is_plain(kind, place) {
            let (of, in_words) = (&spans.of, self.describe_kind(kind));
            self.error_help(
                spans.ty,
                format!("{of}{in_words} cannot stand in {what}"),
                Some(
                    "each variant must be a text, a number, `true` or `false`, or in a query a list of those"
                        .into(),
                ),
            );
        }
    }

    /// A part is a file, a text or JSON, and a list is a part for each element.
    fn check_part(&mut self, spans: &Spans, kind: &TypeKind) {
        let problem = match kind {
            TypeKind::Map(_, value) if holds_files(value) => {
                "a map cannot hold files; a list of them is `[File]`"
            }
            TypeKind::Tuple(items) if items.iter().any(holds_files) => {
                "a tuple cannot hold files; a list of them is `[File]`"
            }
            TypeKind::Generic(_, args) if args.iter().any(holds_files) => {
                "an object cannot hold files; a list of them is `[File]`"
            }
            TypeKind::List(element) if element.nullable => {
                "there is no `null` in a list in a body of parts"
            }
            TypeKind::List(element) if element.kind != TypeKind::File && holds_files(element) => {
                "a list of files is one list: `[File]`"
            }
            _ => return,
        };
        self.error(spans.ty, format!("{}{problem}", spans.of));
    }

    fn check_element(&mut self, spans: &Spans, element: &Type, what: &str) {
        let kind = self.scalar_kind(&element.kind);
        if element.nullable {
            self.error(spans.ty, format!("{}there is no `null` in a list in {what}", spans.of));
        } else if !is_scalar(&kind) && !self.is_plain(&element.kind, Place::Header) {
            let kind = self.describe_kind(&kind);
            self.error(spans.ty, format!("{}a list in {what} holds scalars, not {kind}", spans.of));
        }
    }

    /// Why a type cannot be written as `name[key]=value`, if it cannot.
    fn deep_misfit(&self, kind: &TypeKind, place: Place, seen: &mut Vec<TypeId>) -> Option<String> {
        let kind = self.scalar_kind(kind);
        let null_is_fine = place == Place::Form;
        match &kind {
            TypeKind::List(element) if matches!(element.kind, TypeKind::Foreign(..)) => {
                self.deep_misfit(&element.kind, place, seen)
            }
            TypeKind::List(element) if !is_scalar(&self.scalar_kind(&element.kind)) => {
                Some("a list in it holds what is no scalar".into())
            }
            TypeKind::List(element) if element.nullable => {
                Some("a list in it may hold `null`".into())
            }
            TypeKind::Map(_, value) if value.nullable && !null_is_fine => {
                Some("there is no `null` in a query".into())
            }
            TypeKind::Foreign(path, _) => {
                Some(format!("another spec declares `{path}`, and what is in it is not known here"))
            }
            TypeKind::Map(_, value) => self.deep_misfit(&value.kind, place, seen),
            TypeKind::Named(_) | TypeKind::Generic(..) => {
                self.deep_struct_misfit(&kind, place, seen)
            }
            _ => None,
        }
    }

    fn deep_struct_misfit(
        &self,
        kind: &TypeKind,
        place: Place,
        seen: &mut Vec<TypeId>,
    ) -> Option<String> {
        let (TypeKind::Named(id) | TypeKind::Generic(id, _)) = kind else {
            return None;
        };
        if seen.contains(id) {
            return None;
        }
        seen.push(*id);
        match self.api.types.get(id.0).map(|def| &def.shape) {
            Some(Shape::Struct { rest, .. }) => {
                let fields = self.fields_of(kind);
                let mut fields = fields.iter().chain(rest.as_deref());
                fields.find_map(|field| self.deep_field_misfit(field, place, seen))
            }
            Some(shape @ Shape::Choice(_)) => {
                shape.fields().find_map(|field| self.deep_field_misfit(field, place, seen))
            }
            _ => Some("it is no object".into()),
        }
    }

    fn deep_field_misfit(
        &self,
        field: &Field,
        place: Place,
        seen: &mut Vec<TypeId>,
    ) -> Option<String> {
        let ty = field.value_type()?;
        let may_be_null = matches!(field.presence, Presence::Nullable | Presence::OptionalNullable);
        if may_be_null && place != Place::Form {
            return Some(format!(
                "there is no `null` in a query, and `{}` may be null",
                field.name.wire
            ));
        }
        self.deep_misfit(&ty.kind, place, seen)
    }

    /// The fields of an exclusive group that is included stand where it does.
    fn check_groups(&mut self, kind: &TypeKind, place: Place, spans: &Spans) {
        let TypeKind::Named(id) = kind else {
            return;
        };
        let shape = self.api.types.get(id.0).map(|def| &def.shape);
        let fields: Vec<Field> = shape.into_iter().flat_map(Shape::fields).cloned().collect();
        for field in fields {
            self.check_included(&Field { place, ..field }, spans.ty);
        }
    }

    pub(super) fn is_header_name(&mut self, name: &tree::Word) -> bool {
        let is_name = is_token(&name.text);
        if !is_name {
            self.error(name.span, format!("`{}` is not a header name (RFC 9110, 5.1)", name.text));
        }
        is_name
    }

    /// A header that the client does not write itself.
    pub(super) fn check_settable_header(&mut self, name: &tree::Word) {
        let is_name = self.is_header_name(name);
        if is_name && WRITTEN.contains(&name.text.to_ascii_lowercase().as_str()) {
            self.error(name.span, format!("the client writes `{}` itself", name.text));
        }
    }

    /// What can be the name of a header that a spec declares.
    pub(super) fn check_header_name(&mut self, name: &tree::Word) {
        self.check_settable_header(name);
        let lower = name.text.to_ascii_lowercase();
        if lower == "cookie" {
            self.error_help(
                name.span,
                "cookies have a section of their own",
                Some("write `cookie { name: String }`".into()),
            );
        }
        if lower == "authorization" {
            self.error_help(
                name.span,
                "credentials are not a parameter",
                Some("declare `auth bearer = env(\"...\")` in the `api` block".into()),
            );
        }
    }

    fn check_cookie_name(&mut self, name: &tree::Word) {
        if !is_token(&name.text) {
            let message =
                format!("`{}` is not the name of a cookie (RFC 6265, section 4.1.1)", name.text);
            self.error(name.span, message);
        }
    }
}

/// Whether a text is a token (RFC 9110, section 5.6.2).
pub(super) fn is_token(text: &str) -> bool {
    let is_tchar = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    !text.is_empty() && text.bytes().all(is_tchar)
}

/// Whether there is a file in a type.
fn holds_files(ty: &Type) -> bool {
    match &ty.kind {
        TypeKind::File => true,
        TypeKind::List(element) => holds_files(element),
        TypeKind::Map(_, value) => holds_files(value),
        TypeKind::Tuple(types) | TypeKind::Generic(_, types) | TypeKind::Foreign(_, types) => {
            types.iter().any(holds_files)
        }
        _ => false,
    }
}

/// Whether values of a kind are one text each. Of a type of another spec the compiler finds it out.
pub(super) fn is_scalar(kind: &TypeKind) -> bool {
    matches!(
        kind,
        TypeKind::Bool
            | TypeKind::Integer(_)
            | TypeKind::Float(_)
            | TypeKind::Text
            | TypeKind::Format(_)
            | TypeKind::Foreign(..)
    )
}
