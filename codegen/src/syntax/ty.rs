//! Types, and the sets that constrain them.

use super::parser::Parser;
use super::tree::{Set, SetKind, Type, TypeKind};

/// How deep types may nest. Beyond this, rustc gives up on what becomes of them.
const MAX_DEPTH: usize = 16;

/// How many elements a tuple has at most.
const MAX_TUPLE: usize = 6;

impl Parser<'_> {
    /// `Atom in set ... | null`
    pub(super) fn ty(&mut self) -> Option<Type> {
        if self.type_depth >= MAX_DEPTH {
            self.error(self.span(), format!("types nest at most {MAX_DEPTH} deep"));
            return None;
        }
        if self.type_depth == 0 {
            self.angles = 0;
        }
        self.type_depth += 1;
        let ty = self.ty_inside();
        self.type_depth -= 1;
        ty
    }

    fn ty_inside(&mut self) -> Option<Type> {
        let start = self.span();
        let kind = self.type_kind()?;
        let mut sets = Vec::new();
        while self.eat_word("in") {
            sets.push(self.set()?);
        }
        let mut nullable = None;
        // In an exclusive group the next field stands behind the bar.
        if !self.is_field_at(1) && self.eat_punct('|') {
            nullable = Some(self.span());
            if !self.eat_word("null") {
                self.error_help(
                    self.span(),
                    "only `null` stands after `|`",
                    "a choice of shapes is an `enum`",
                );
                return None;
            }
        }
        if self.at_punct('?') {
            self.error(
                self.span(),
                "`?` goes on the name when the key may be missing: `title?: ...`; when the value may be null write `title: ... | null`",
            );
            self.skip();
        }
        Some(Type { kind, sets, nullable, span: self.since(start) })
    }

    fn type_kind(&mut self) -> Option<TypeKind> {
        if self.at_group('[') {
            let element = self.group(Self::ty)??;
            return Some(TypeKind::List(Box::new(element)));
        }
        if self.at_group('(') {
            let span = self.span();
            let items = self.group(|p| p.comma_list(Self::ty))?;
            if !(2..=MAX_TUPLE).contains(&items.len()) {
                let message = format!("a tuple has 2 to {MAX_TUPLE} elements");
                self.error_help(span, message, "a list of any length is `[T]`");
                return None;
            }
            return Some(TypeKind::Tuple(items));
        }
        if let Some(literal) = self.literal() {
            return Some(TypeKind::Literal(literal));
        }
        let mut path = self.item_path("a type")?;
        let args = self.type_arguments()?;
        if let (false, [_]) = (path.global, path.segments.as_slice()) {
            return path.segments.pop().map(|name| TypeKind::Named { name, args });
        }
        Some(TypeKind::Path { path, args })
    }

    /// `<A, B>`, or nothing.
    fn type_arguments(&mut self) -> Option<Vec<Type>> {
        let mut args = Vec::new();
        if !self.eat_punct('<') {
            return Some(args);
        }
        self.angles += 1;
        loop {
            args.push(self.ty()?);
            if self.eat_punct('>') {
                self.angles = self.angles.saturating_sub(1);
                return Some(args);
            }
            if !self.eat_punct(',') {
                self.expected("`,` or `>`");
                return None;
            }
        }
    }

    /// `1..=64` or `"^agent_"`
    fn set(&mut self) -> Option<Set> {
        let start = self.span();
        if let Some(pattern) = self.string() {
            return Some(Set { kind: SetKind::Pattern(pattern.text), span: pattern.span });
        }
        let min = self.number();
        if !self.eat_puncts("..") {
            let found = self.describe();
            self.error(
                self.span(),
                format!("expected a range such as `1..=64`, or a pattern such as \"^agent_\"; found {found}"),
            );
            return None;
        }
        // `1.. = 5` is a range without an upper bound, and a default.
        let inclusive = self.is_joint() && self.eat_punct('=');
        let max = self.number();
        if inclusive && max.is_none() {
            self.expected("the upper bound of the range");
            return None;
        }
        Some(Set { kind: SetKind::Range { min, max, inclusive }, span: self.since(start) })
    }
}
