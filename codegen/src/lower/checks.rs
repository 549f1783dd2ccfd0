//! Ranges and patterns: what `in` means for the type it stands on.

use regex_lite::Regex;

use super::Lowering;
use crate::model::{Check, Integer, TypeKind};
use crate::syntax::tree::{Set, SetKind, Word};

/// Characters that make a regular expression more than a text.
const REGEX_META: &str = r"\.+*?()|[]{}^$#&-~";

impl Lowering<'_> {
    /// The check that a set stands for, given what it stands on.
    pub(super) fn check_of_set(&mut self, set: &Set, kind: &TypeKind) -> Option<Check> {
        if self.is_extern(kind) {
            self.error_help(
                set.span,
                "a constraint does not reach into an extern type",
                Some("the Rust type itself refuses what is wrong".into()),
            );
            return None;
        }
        if let TypeKind::Foreign(path, _) = kind {
            self.error_help(
                set.span,
                format!("a constraint does not reach into `{path}`, which another spec declares"),
                Some("what holds of its values is said there".into()),
            );
            return None;
        }
        let scalar = self.scalar_kind(kind);
        match &set.kind {
            SetKind::Pattern(pattern) => self.pattern(set, pattern, kind, &scalar),
            SetKind::Range { min, max, inclusive } => {
                if min.is_none() && max.is_none() {
                    self.error(set.span, "a range needs at least one bound");
                    return None;
                }
                let range =
                    Range { set, min: min.as_ref(), max: max.as_ref(), inclusive: *inclusive };
                match &scalar {
                    TypeKind::Integer(integer) if !self.is_enum_kind(kind) => {
                        self.integer_range(&range, *integer)
                    }
                    TypeKind::Float(_) => self.float_range(&range),
                    TypeKind::Text if !self.is_enum_kind(kind) => {
                        let (min, max) = self.size_range(&range, "a length")?;
                        Some(Check::Length { min, max })
                    }
                    TypeKind::List(_) | TypeKind::Map(..) => {
                        let (min, max) = self.size_range(&range, "a count")?;
                        Some(Check::Count { min, max })
                    }
                    _ => {
                        self.error(
                            set.span,
                            "a range bounds a number, the length of a text, or the size of a list or map; this is none of them",
                        );
                        None
                    }
                }
            }
        }
    }

    fn is_enum_kind(&self, kind: &TypeKind) -> bool {
        self.is_enum(kind)
    }

    fn pattern(
        &mut self,
        set: &Set,
        pattern: &str,
        kind: &TypeKind,
        scalar: &TypeKind,
    ) -> Option<Check> {
        if *scalar != TypeKind::Text || self.is_enum_kind(kind) {
            self.error(set.span, "a pattern is for text; this is not text");
            return None;
        }
        if let Err(error) = Regex::new(pattern) {
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim().to_owned();
            self.error(set.span, format!("not a regular expression: {reason}"));
            return None;
        }
        let prefix =
            pattern.strip_prefix('^').filter(|rest| !rest.contains(|c| REGEX_META.contains(c)));
        Some(match prefix {
            Some(prefix) => Check::Prefix(prefix.to_owned()),
            None => Check::Pattern(pattern.to_owned()),
        })
    }

    fn integer_range(&mut self, range: &Range<'_>, integer: Integer) -> Option<Check> {
        // The type has bounds of its own; those that the spec leaves open are no rule.
        let min = self.bound(range.min, i128::MIN, integer)?;
        let max = self.bound(range.max, i128::MAX, integer)?;
        let max = if range.inclusive || range.max.is_none() { max } else { max - 1 };
        if min > max {
            self.error(range.set.span, range.empty_message(min > max.saturating_add(1)));
            return None;
        }
        Some(Check::Integer { min, max })
    }

    fn bound(&mut self, word: Option<&Word>, default: i128, integer: Integer) -> Option<i128> {
        let Some(word) = word else {
            return Some(default);
        };
        let Ok(value) = word.text.replace('_', "").parse::<i128>() else {
            self.error(word.span, format!("the bounds of `{}` are whole numbers", integer.name()));
            return None;
        };
        let (least, greatest) = integer.range();
        // An exclusive upper bound may be one past the greatest value.
        if value < least || value > greatest + 1 {
            self.error(
                word.span,
                format!("`{value}` is outside `{}`, which is {least}..={greatest}", integer.name()),
            );
            return None;
        }
        Some(value)
    }

    fn float_range(&mut self, range: &Range<'_>) -> Option<Check> {
        let mut parse = |word: Option<&Word>| {
            let Some(word) = word else { return Some(None) };
            match word.text.replace('_', "").parse::<f64>() {
                Ok(value) if value.is_finite() => Some(Some(value)),
                _ => {
                    self.error(word.span, "the bounds of a number are finite numbers");
                    None
                }
            }
        };
        let (min, max) = (parse(range.min)?, parse(range.max)?);
        let open = !range.inclusive && max.is_some();
        if let (Some(min), Some(max)) = (min, max) {
            if min > max || (open && min >= max) {
                self.error(range.set.span, range.empty_message(min > max));
                return None;
            }
        }
        Some(Check::Float { min, max, open })
    }

    fn size_range(&mut self, range: &Range<'_>, what: &str) -> Option<(u64, u64)> {
        let mut parse = |word: Option<&Word>, default: u64| {
            let Some(word) = word else {
                return Some(default);
            };
            let parsed = word.text.replace('_', "").parse::<u64>().ok();
            if parsed.is_none() {
                self.error(word.span, format!("{what} is a whole number, 0 or more"));
            }
            parsed
        };
        let min = parse(range.min, 0)?;
        let max = parse(range.max, u64::MAX)?;
        let reversed = min > max;
        let max =
            if range.inclusive || range.max.is_none() { Some(max) } else { max.checked_sub(1) };
        match max {
            Some(max) if min <= max => Some((min, max)),
            _ => {
                self.error(range.set.span, range.empty_message(reversed));
                None
            }
        }
    }
}

/// A range as written.
struct Range<'a> {
    set: &'a Set,
    min: Option<&'a Word>,
    max: Option<&'a Word>,
    inclusive: bool,
}

impl Range<'_> {
    fn empty_message(&self, reversed: bool) -> String {
        let text = |word: Option<&Word>| word.map_or("", |word| word.text.as_str()).to_owned();
        let (min, max) = (text(self.min), text(self.max));
        let dots = if self.inclusive { "..=" } else { ".." };
        if reversed {
            format!("the range `{min}{dots}{max}` is reversed; write `{max}{dots}{min}`")
        } else {
            format!("the range `{min}{dots}{max}` is empty")
        }
    }
}
