//! The Rust names of things, and what is wrong with those that a spec gives.

use super::Lowering;
use crate::model::Name;
use crate::model::name::{escape, is_identifier, pascal_case, snake_case};
use crate::syntax::tree::{self, Word};

/// The two cases of Rust names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Fields, methods and modules.
    Snake,
    /// Types and variants.
    Pascal,
}

impl Lowering<'_> {
    /// Both spellings of a name: the one after `as`, or the one derived from the wire.
    pub(super) fn name(&mut self, name: &tree::Name, case: Case) -> Name {
        let derived = match case {
            Case::Snake => snake_case(&name.wire.text),
            Case::Pascal => pascal_case(&name.wire.text),
        };
        let rust = match &name.rust {
            Some(rust) => {
                match case {
                    Case::Snake => self.check_snake_case(rust),
                    Case::Pascal => self.check_pascal_case(rust),
                }
                rust.text.clone()
            }
            None if is_identifier(&derived) => escape(derived),
            None => {
                self.error_help(
                    name.wire.span,
                    format!("no Rust name can be derived from `{}`", name.wire.text),
                    Some(format!("give it one: `\"{}\" as name`", name.wire.text)),
                );
                escape(format!("unnamed_{derived}"))
            }
        };
        Name { wire: name.wire.text.clone(), rust, span: name.wire.span }
    }

    /// A field, method or module name that a spec gives is written as Rust would.
    pub(super) fn check_snake_case(&mut self, word: &Word) {
        if self.check_identifier(word) && word.text.chars().any(char::is_uppercase) {
            let better = snake_case(&word.text);
            self.error_help(
                word.span,
                format!("`{}` is not snake case", word.text),
                Some(format!("write `{better}`")),
            );
        }
    }

    /// A type or variant name that a spec gives is written as Rust would.
    pub(super) fn check_pascal_case(&mut self, word: &Word) {
        let starts_upper = word.text.chars().next().is_some_and(char::is_uppercase);
        if self.check_identifier(word) && (!starts_upper || word.text.contains('_')) {
            let better = pascal_case(&word.text);
            self.error_help(
                word.span,
                format!("`{}` is not Pascal case", word.text),
                Some(format!("write `{better}`")),
            );
        }
    }

    fn check_identifier(&mut self, word: &Word) -> bool {
        if !is_identifier(&word.text) || crate::model::name::is_path_keyword(&word.text) {
            self.error(word.span, format!("`{}` cannot be a Rust name", word.text));
            return false;
        }
        if word.text.starts_with("__") {
            self.error(word.span, "names that start with `__` belong to the generated code");
            return false;
        }
        true
    }
}
