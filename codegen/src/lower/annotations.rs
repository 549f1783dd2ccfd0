//! Attributes that say something beside the types: rules, which way a field goes, and documents.

use std::time::SystemTime;

use super::{Lowering, attrs::find, members::Way, usage};
use crate::diagnostic::suggest;
use crate::model::{
    Access, Check, Compare, Comparison, Deprecated, Field, Format, Place, Presence, Type, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{Attr, AttrArg, AttrValue, Literal, LiteralKind, Meta, Word};

/// The attributes of a field.
pub(super) const OF_FIELD: [&str; 11] = [
    "sensitive",
    "deprecated",
    "sunset",
    "since",
    "title",
    "x",
    "read_only",
    "write_only",
    "unique",
    "multiple_of",
    "format",
];

/// The attributes that become docs, by their words there.
const DOCUMENTS: [(&str, &str); 5] = [
    ("title", "Title"),
    ("version", "Version"),
    ("tag", "Tag"),
    ("license", "License"),
    ("since", "Since"),
];

impl Lowering<'_> {
    /// The lines that attributes add to the docs.
    pub(super) fn document_lines(&mut self, meta: &Meta) -> Vec<String> {
        let mut lines = Vec::new();
        for attr in &meta.attrs {
            let name = attr.name.text.as_str();
            if let Some((_, words)) = DOCUMENTS.iter().find(|(known, _)| *known == name) {
                if let Some(text) = self.one_text(attr) {
                    lines.push(format!("{words}: {}.", text.text.trim_end_matches('.')));
                }
            } else if name == "x" {
                lines.extend(attr.args.iter().filter_map(extension));
            }
        }
        lines
    }

    /// The docs of something: the page's words, then what attributes say.
    pub(super) fn docs(&mut self, meta: &Meta) -> Vec<String> {
        let mut docs = meta.docs.clone();
        let lines = self.document_lines(meta);
        if !lines.is_empty() && !docs.is_empty() {
            docs.push(String::new());
        }
        docs.extend(lines);
        docs
    }

    /// The one text that an attribute takes.
    fn one_text(&mut self, attr: &Attr) -> Option<Word> {
        if let [AttrArg { key: None, value: Some(AttrValue::Literal(literal)), span }] =
            attr.args.as_slice()
        {
            if let LiteralKind::Str(text) = &literal.kind {
                return Some(Word { text: text.clone(), span: *span });
            }
        }
        let name = &attr.name.text;
        self.error(attr.span, format!("expected one text: `#[{name}(\"...\")]`"));
        None
    }

    /// `#[sunset("2027-01-01")]`: what goes away is deprecated, and says when.
    pub(super) fn sunset(&mut self, meta: &Meta, deprecated: &mut Option<Deprecated>) {
        let Some(text) = find(meta, "sunset").and_then(|attr| self.one_text(attr)) else {
            return;
        };
        let Some(day) = days(&text.text) else {
            let message = format!("`{}` is not a date such as `2027-01-31`", text.text);
            self.error(text.span, message);
            return;
        };
        if day < today() {
            let message = format!("`{}` is in the past: what is gone is not declared", text.text);
            self.error(text.span, message);
            return;
        }
        let deprecated = deprecated.get_or_insert_default();
        let when = format!("it goes away on {}", text.text);
        deprecated.note = Some(match deprecated.note.take() {
            Some(note) => format!("{note}; {when}"),
            None => when,
        });
    }

    /// Which way a field goes.
    pub(super) fn access(&mut self, meta: &Meta, way: Way) -> Access {
        let (read, write) = (self.flag(meta, "read_only"), self.flag(meta, "write_only"));
        let attr = find(meta, if read { "read_only" } else { "write_only" });
        let Some(attr) = attr else {
            return Access::Both;
        };
        if read && write {
            self.error(attr.span, "a field that is read only cannot be write only as well");
        } else if way != Way::Both {
            let message = format!("`#[{}]` says nothing here", attr.name.text);
            let help = "it belongs on a field of a struct that requests and responses share";
            self.error_help(attr.span, message, Some(help.into()));
        } else {
            return if read { Access::ReadOnly } else { Access::WriteOnly };
        }
        Access::Both
    }

    /// The checks that attributes of a field say.
    pub(super) fn attribute_checks(&mut self, meta: &Meta, ty: &Type) -> Vec<Check> {
        let mut checks = Vec::new();
        if self.flag(meta, "unique") {
            if matches!(ty.kind, TypeKind::List(_)) {
                checks.push(Check::Unique);
            } else if let Some(attr) = find(meta, "unique") {
                let kind = self.describe_kind(&ty.kind);
                self.error(
                    attr.span,
                    format!("the elements of a list can be unique; this is {kind}"),
                );
            }
        }
        if let Some(attr) = find(meta, "multiple_of") {
            checks.extend(self.multiple_of(attr, ty));
        }
        checks
    }

    fn multiple_of(&mut self, attr: &Attr, ty: &Type) -> Option<Check> {
        let [AttrArg { key: None, value: Some(AttrValue::Literal(literal)), .. }] =
            attr.args.as_slice()
        else {
            self.error(attr.span, "expected one number: `#[multiple_of(5)]`");
            return None;
        };
        let kind = self.scalar_kind(&ty.kind);
        match (&literal.kind, &kind) {
            (LiteralKind::Int(value), TypeKind::Integer(_)) if *value > 0 => {
                Some(Check::MultipleOf(*value))
            }
            (LiteralKind::Int(_) | LiteralKind::Float(_), TypeKind::Float(_)) => {
                let value = number(literal);
                if value > 0.0 {
                    return Some(Check::Step(value));
                }
                self.error(literal.span, "expected a number greater than 0");
                None
            }
            (_, TypeKind::Integer(_)) => {
                self.error(literal.span, "expected a whole number greater than 0");
                None
            }
            _ => {
                let kind = self.describe_kind(&kind);
                self.error(
                    attr.span,
                    format!("a number can be a multiple of another; this is {kind}"),
                );
                None
            }
        }
    }

    /// `#[format("...")]`, for the docs.
    pub(super) fn format_line(&mut self, meta: &Meta) -> Option<String> {
        let text = find(meta, "format").and_then(|attr| self.one_text(attr))?;
        Some(format!("Format: `{}`.", text.text))
    }

    /// `#[check(end > start)]` on a struct or section with these fields.
    pub(super) fn comparisons(
        &mut self,
        meta: &Meta,
        fields: &[Field],
        place: Place,
    ) -> Vec<Comparison> {
        let Some(attr) = find(meta, "check") else {
            return Vec::new();
        };
        if attr.args.is_empty() {
            self.error(attr.span, "expected two fields: `#[check(end > start)]`");
        }
        attr.args.iter().filter_map(|arg| self.comparison(arg, fields, place)).collect()
    }

    fn comparison(&mut self, arg: &AttrArg, fields: &[Field], place: Place) -> Option<Comparison> {
        let (Some(left), Some(AttrValue::Compare(operator, right))) = (&arg.key, &arg.value) else {
            return None;
        };
        let compare = Compare::of(operator)?;
        let one = self.compared(left, fields);
        let other = self.compared(right, fields);
        let (one, other) = (one?, other?);
        if left.text == right.text {
            self.error(arg.span, format!("`{}` is compared with itself", left.text));
            return None;
        }
        let is_order = !matches!(compare, Compare::Equal | Compare::NotEqual);
        match (sort_of(&one), sort_of(&other)) {
            (Some(one), Some(other)) if one == other && (one.has_order() || !is_order) => {
                let (left, right) = (left.text.clone(), right.text.clone());
                Some(Comparison { left, compare, right, place })
            }
            _ => {
                let (one, other) = (self.describe_kind(&one), self.describe_kind(&other));
                let message = format!("`{operator}` does not compare {one} with {other}");
                let help = "numbers, dates and times have an order; all but lists, maps and objects may be equal";
                self.error_help(arg.span, message, Some(help.into()));
                None
            }
        }
    }

    /// The type of a field that a comparison names.
    fn compared(&mut self, word: &Word, fields: &[Field]) -> Option<TypeKind> {
        let values = fields.iter().filter_map(|field| Some((field, field.value_type()?)));
        let found = values.clone().find(|(field, _)| field.name.wire == word.text);
        if let Some((_, ty)) = found {
            return Some(self.scalar_kind(&ty.kind));
        }
        let names = values.map(|(field, _)| field.name.wire.as_str());
        let help = suggest(&word.text, names).map(|name| format!("did you mean `{name}`?"));
        self.unknown_compared(word.span, &word.text, help);
        None
    }

    fn unknown_compared(&mut self, span: Span, name: &str, help: Option<String>) {
        if !self.left_out.of_types {
            self.error_help(span, format!("there is no field `{name}` here"), help);
        }
    }

    /// Now that it is known which way each struct goes: what a request leaves out need not be there
    /// to make one, and what a response leaves out need not be there to read one.
    pub(super) fn settle_access(&mut self) {
        let outputs = usage::needed(&self.api, usage::got(&self.api));
        for (id, def) in self.api.types.iter_mut().enumerate() {
            let (is_input, is_output) =
                (def.is_input, outputs.get(id).copied().unwrap_or_default());
            for field in def.shape.fields_mut() {
                match (field.access, field.presence) {
                    (Access::ReadOnly, Presence::Required | Presence::Nullable) if is_input => {
                        field.presence = Presence::Optional;
                    }
                    (Access::WriteOnly, Presence::Required) if is_output => {
                        field.presence = Presence::Optional;
                        field.access = Access::WriteRequired;
                    }
                    (Access::WriteOnly, Presence::Nullable) if is_output => {
                        field.presence = Presence::OptionalNullable;
                    }
                    _ => {}
                }
            }
        }
    }
}

/// What values of a kind can be compared with.
#[derive(PartialEq, Eq)]
enum Sort {
    Number,
    Ordered(Format),
    Other(TypeKind),
}

impl Sort {
    fn has_order(&self) -> bool {
        !matches!(self, Self::Other(_))
    }
}

fn sort_of(kind: &TypeKind) -> Option<Sort> {
    match kind {
        TypeKind::Integer(_) | TypeKind::Float(_) => Some(Sort::Number),
        TypeKind::Format(format @ (Format::Date | Format::DateTime | Format::Time)) => {
            Some(Sort::Ordered(*format))
        }
        TypeKind::Text | TypeKind::Bool | TypeKind::Format(_) => Some(Sort::Other(kind.clone())),
        _ => None,
    }
}

/// `#[x(name = value)]` as a line of docs.
fn extension(arg: &AttrArg) -> Option<String> {
    let key = &arg.key.as_ref()?.text;
    let value = match arg.value.as_ref()? {
        AttrValue::Literal(literal) => match &literal.kind {
            LiteralKind::Str(text) => text.clone(),
            LiteralKind::Bool(value) => value.to_string(),
            LiteralKind::Int(value) => value.to_string(),
            LiteralKind::Float(value) => value.to_string(),
        },
        AttrValue::Word(word) | AttrValue::Path(word) | AttrValue::Compare(_, word) => {
            word.text.clone()
        }
        _ => return None,
    };
    Some(format!("`x-{key}`: {value}"))
}

/// A number of either kind.
#[allow(clippy::cast_precision_loss, reason = "the nearest float is meant")]
fn number(literal: &Literal) -> f64 {
    match literal.kind {
        LiteralKind::Int(value) => value as f64,
        LiteralKind::Float(value) => value,
        LiteralKind::Str(_) | LiteralKind::Bool(_) => 0.0,
    }
}

/// The days from 1970 to a date such as `2027-01-31`. `None` where there is no such day.
fn days(date: &str) -> Option<i64> {
    let mut parts = date.split('-');
    let mut part = |len: usize| {
        let part = parts.next().filter(|part| part.len() == len)?;
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i64>().ok())?
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let start = days_before(year, month);
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let length = days_before(next_year, next_month) - start;
    let exists = (1..=12).contains(&month) && (1..=length).contains(&day);
    (exists && parts.next().is_none()).then_some(start + day - 1)
}

/// The days from the start of 1970 to that of a month.
fn days_before(year: i64, month: i64) -> i64 {
    // Counted in years that start with March, so that a leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + (153 * month + 2) / 5 - 719_468
}

/// The days from 1970 to now.
fn today() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs() / 86_400).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("2000-03-01"), Some(11_017));
        assert_eq!(days("2024-02-29"), Some(19_782));
        for wrong in
            ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-01-01-1"]
        {
            assert_eq!(days(wrong), None, "{wrong}");
        }
    }
}
