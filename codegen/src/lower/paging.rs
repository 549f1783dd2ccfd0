//! `#[paginate(...)]`: how an endpoint leads from one page to the next.
//!
//! ```text
//! #[paginate(items = data, after_id = last_id, while = has_more)]
//! #[paginate(items = data.list, page += 1)]
//! #[paginate(items = rows, offset += items)]
//! #[paginate(items = data, url = next)]
//! #[paginate(link(next))]                      the page itself is the list
//! ```

use super::{Lowering, attempts::keyed, attrs::find};
use crate::diagnostic::suggest;
use crate::model::{
    Field, FieldContent, FieldPath, Group, Method, PageStep, Paging, Place, Presence, Shape,
    Success, Type, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{Attr, AttrArg, AttrValue, Endpoint, LiteralKind, Word};

/// What an example of the attribute is.
const EXAMPLE: &str = "items = data, after = next, while = has_more";
/// The keys that are no query parameters.
const KEYS: [&str; 4] = ["items", "while", "url", "link"];

/// A query parameter: a field, or one of a group of an exclusive group, alone there or not.
struct Parameter {
    index: usize,
    group: Option<usize>,
    alone: bool,
    field: Field,
}

impl Lowering<'_> {
    /// What an endpoint says of its pages. What is wrong with it has been reported.
    pub(super) fn paging(
        &mut self,
        endpoint: &Endpoint,
        method: Method,
        fields: &[Field],
        success: &Success,
    ) -> Option<Paging> {
        let attr = find(&endpoint.meta, "paginate")?;
        if !method.is_safe() {
            let message = "only a request that changes nothing has pages";
            self.error_help(attr.span, message, Some("such a request is a `GET`".into()));
            return None;
        }
        let Some(page) = success.content() else {
            if !endpoint.incomplete {
                let name = &endpoint.name.text;
                let message = if success.outcome.is_some() {
                    format!("`{name}` answers in several ways, so none is a page")
                } else {
                    format!("`{name}` answers nothing that could be a page")
                };
                self.error(attr.span, message);
            }
            return None;
        };
        if self.is_lost(&page.kind) || self.refuse_foreign(page, attr.span) {
            return None;
        }
        if attr.args.is_empty() {
            if !attr.incomplete {
                self.error(attr.span, format!("expected `#[paginate({EXAMPLE})]`"));
            }
            return None;
        }
        self.check_keys_twice(attr);
        let items = self.page_items(attr, page);
        let more = self.page_more(attr, page);
        let step = self.page_step(attr, fields, page);
        let (items, item) = items?;
        Some(Paging { items, item, more: more?, step: step? })
    }

    fn check_keys_twice(&mut self, attr: &Attr) {
        let keys: Vec<&str> = keyed(attr).map(|(_, key)| key).collect();
        for (index, (arg, key)) in keyed(attr).enumerate() {
            if keys.iter().take(index).any(|other| *other == key) {
                self.error(arg.span, format!("`{key}` is given twice"));
            }
        }
    }

    /// `items = data`
    fn page_items(&mut self, attr: &Attr, page: &Type) -> Option<(FieldPath, Type)> {
        let arg = arg(attr, "items");
        if let TypeKind::List(item) = &page.kind {
            if let Some(arg) = arg {
                self.error(arg.span, "the page itself is the list; leave `items` out");
            }
            return Some((FieldPath::default(), (**item).clone()));
        }
        let Some(arg) = arg else {
            if !attr.incomplete {
                let message = "the pages have no `items`: say which field is the list";
                self.error_help(attr.span, message, Some("`items = data`".into()));
            }
            return None;
        };
        let word = self.path_of(arg, "items = data")?;
        let followed = self.follow(page, word)?;
        if let Some(key) = followed.sensitive {
            self.error(word.span, format!("`{key}` is sensitive, and its items would be shown"));
            return None;
        }
        if let TypeKind::List(item) = followed.ty.kind {
            return Some((followed.path, *item));
        }
        if !self.is_lost(&followed.ty.kind) {
            let found = self.describe_kind(&followed.ty.kind);
            self.error(word.span, format!("`{}` is {found}, not a list", word.text));
        }
        None
    }

    /// `while = has_more`. An empty path where the page does not say; `None` for a mistake.
    fn page_more(&mut self, attr: &Attr, page: &Type) -> Option<FieldPath> {
        let Some(arg) = arg(attr, "while") else {
            return Some(FieldPath::default());
        };
        let word = self.path_of(arg, "while = has_more")?;
        let followed = self.follow(page, word)?;
        if matches!(self.scalar_kind(&followed.ty.kind), TypeKind::Bool | TypeKind::Json) {
            return Some(followed.path);
        }
        let found = self.describe_kind(&followed.ty.kind);
        self.error(word.span, format!("`{}` is {found}, not `true` or `false`", word.text));
        None
    }

    /// The one argument that says how to go on.
    fn page_step(&mut self, attr: &Attr, fields: &[Field], page: &Type) -> Option<PageStep> {
        if let Some(arg) = attr.args.iter().find(|arg| arg.key.is_none()) {
            self.error(arg.span, format!("expected a key, as in `{EXAMPLE}`"));
            return None;
        }
        let mut steps = keyed(attr).filter(|(_, key)| !matches!(*key, "items" | "while"));
        let Some((arg, key)) = steps.next() else {
            if !attr.incomplete {
                let message = "the pages do not say how to go on";
                let help = "add `cursor = next`, `page += 1`, `url = next` or `link(next)`, where `cursor` and `page` are query parameters";
                self.error_help(attr.span, message, Some(help.into()));
            }
            return None;
        };
        for (second, _) in steps {
            self.error(second.span, "one page leads to the next in one way; this is a second");
        }
        match key {
            "url" => self.page_url(arg, page),
            "link" => match &arg.value {
                Some(AttrValue::Group(words)) if words.len() == 1 => {
                    words.first().map(|word| PageStep::Link(word.text.clone()))
                }
                _ => {
                    self.error(arg.span, "expected the relation of the link: `link(next)`");
                    None
                }
            },
            _ => self.page_parameter(arg, arg.key.as_ref()?, fields, page),
        }
    }

    /// `url = next`
    fn page_url(&mut self, arg: &AttrArg, page: &Type) -> Option<PageStep> {
        let word = self.path_of(arg, "url = next")?;
        let followed = self.follow(page, word)?;
        let scalar = self.scalar_kind(&followed.ty.kind);
        if matches!(scalar, TypeKind::Text | TypeKind::Json) {
            return Some(PageStep::Url(followed.path));
        }
        let found = self.describe_kind(&scalar);
        self.error(word.span, format!("`{}` is {found}, not a text", word.text));
        None
    }

    /// `after_id = last_id`, `page += 1`
    fn page_parameter(
        &mut self,
        arg: &AttrArg,
        key: &Word,
        fields: &[Field],
        page: &Type,
    ) -> Option<PageStep> {
        let Parameter { index, group, field, .. } = self.query_parameter(key, fields)?;
        let FieldContent::Value { ty, .. } = &field.content else {
            self.error(key.span, format!("`{}` is always the same", key.text));
            return None;
        };
        if matches!(ty.kind, TypeKind::List(_)) {
            self.error(key.span, format!("`{}` is a list, and a cursor is one value", key.text));
            return None;
        }
        if let Some(AttrValue::Plus(by)) = &arg.value {
            if group.is_some() {
                let message = format!("`{}` excludes others, and is no number of a page", key.text);
                self.error(key.span, message);
                return None;
            }
            return self.page_count(key, index, &field, ty, (by, arg.span));
        }
        let word = self.path_of(arg, "after = next")?;
        let followed = self.follow(page, word)?;
        if !self.fits(&followed.ty.kind, &ty.kind) {
            let found = self.describe_kind(&self.scalar_kind(&followed.ty.kind));
            let wanted = self.describe_kind(&self.scalar_kind(&ty.kind));
            let message = format!("`{}` is {found}, and `{}` is {wanted}", word.text, key.text);
            self.error(word.span, message);
            return None;
        }
        Some(PageStep::Cursor { field: index, group, from: followed.path })
    }

    fn query_parameter(&mut self, key: &Word, fields: &[Field]) -> Option<Parameter> {
        let parameters = self.query_parameters(fields);
        let is_key = |field: &Field| field.name.wire == key.text;
        match parameters.iter().position(|parameter| is_key(&parameter.field)) {
            Some(index) if parameters.get(index).is_some_and(|parameter| parameter.alone) => {
                return parameters.into_iter().nth(index);
            }
            Some(_) => {
                let message =
                    format!("`{}` comes together with others, and a cursor is one value", key.text);
                self.error(key.span, message);
                return None;
            }
            None => {}
        }
        let names = parameters.iter().map(|parameter| parameter.field.name.wire.as_str());
        let help = match fields.iter().find(|field| is_key(field)) {
            Some(field) if field.place == Place::Query => {
                Some("an exclusive group is none; one of its parameters is".to_owned())
            }
            Some(_) => Some("a cursor goes into the query".to_owned()),
            None => {
                suggest(&key.text, names.chain(KEYS)).map(|name| format!("did you mean `{name}`?"))
            }
        };
        self.error_help(
            key.span,
            format!("`{}` is not a query parameter of this endpoint", key.text),
            help,
        );
        None
    }

    /// The parameters of a query: those of an exclusive group in its place.
    fn query_parameters(&self, fields: &[Field]) -> Vec<Parameter> {
        let mut found = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            if field.place != Place::Query {
                continue;
            }
            let Some(groups) = self.groups(field) else {
                found.push(Parameter { index, group: None, alone: true, field: field.clone() });
                continue;
            };
            for (group, Group { fields, .. }) in groups.iter().enumerate() {
                let (group, alone) = (Some(group), fields.len() == 1);
                let of_group = fields.iter().cloned();
                found.extend(of_group.map(|field| Parameter { index, group, alone, field }));
            }
        }
        found
    }

    /// The groups of an exclusive group.
    fn groups(&self, field: &Field) -> Option<&[Group]> {
        match &field.value_type()?.kind {
            TypeKind::Named(id) => match &self.api.types.get(id.0)?.shape {
                Shape::Choice(groups) => Some(groups),
                _ => None,
            },
            _ => None,
        }
    }

    /// `page += 1`, `offset += items`
    fn page_count(
        &mut self,
        key: &Word,
        index: usize,
        field: &Field,
        ty: &Type,
        (by, span): (&AttrValue, Span),
    ) -> Option<PageStep> {
        if !matches!(self.scalar_kind(&ty.kind), TypeKind::Integer(_)) {
            let found = self.describe_kind(&ty.kind);
            self.error(key.span, format!("`{}` is {found}, and only an integer goes up", key.text));
            return None;
        }
        let by = match by {
            AttrValue::Word(word) if word.text == "items" => None,
            AttrValue::Literal(literal) => match literal.kind {
                LiteralKind::Int(number) => {
                    let number = u64::try_from(number).ok().filter(|number| *number > 0);
                    Some(self.expect_step(number, literal.span)?)
                }
                _ => Some(self.expect_step(None, literal.span)?),
            },
            AttrValue::Word(word) => Some(self.expect_step(None, word.span)?),
            _ => Some(self.expect_step(None, span)?),
        };
        // One that must be given has a value already.
        if field.presence == Presence::Required {
            return Some(PageStep::Count { field: index, first: 0, by });
        }
        let Some(first) = field.default.as_deref().and_then(|text| text.parse().ok()) else {
            let message =
                format!("`{}` needs a default, from which the second page is counted", key.text);
            self.error_help(key.span, message, Some(format!("`{}?: u32 = 1`", key.text)));
            return None;
        };
        Some(PageStep::Count { field: index, first, by })
    }

    /// Reports a step that is none.
    fn expect_step(&mut self, number: Option<u64>, span: Span) -> Option<u64> {
        if number.is_none() {
            let message = "expected a whole number from 1 on, or `items` for as many as came";
            self.error(span, message);
        }
        number
    }

    /// The path that an argument holds.
    pub(super) fn path_of<'a>(&mut self, arg: &'a AttrArg, example: &str) -> Option<&'a Word> {
        match &arg.value {
            Some(AttrValue::Word(word)) => Some(word),
            _ => {
                let message = format!("expected the path of a field, such as `{example}`");
                self.error(arg.value_span(), message);
                None
            }
        }
    }
}

/// The argument with this key.
pub(super) fn arg<'a>(attr: &'a Attr, key: &str) -> Option<&'a AttrArg> {
    keyed(attr).find(|(_, other)| *other == key).map(|(arg, _)| arg)
}
