//! Enums of texts and of integers.

use std::collections::BTreeSet;

use super::{Lowering, naming::Case};
use crate::model::{EnumValue, IntegerValue, Shape};
use crate::syntax::tree;

/// The attributes of an enum or a union.
pub(super) const OF_ENUM: [&str; 6] = ["closed", "deprecated", "title", "since", "sunset", "x"];

/// The attributes of a value or a variant.
pub(super) const OF_VALUE: [&str; 4] = ["deprecated", "since", "sunset", "x"];

impl Lowering<'_> {
    /// Lowers an enum whose variants hold nothing.
    pub(super) fn lower_enum(&mut self, item: &tree::Enum) -> Shape {
        self.allow_attrs(&item.meta, &OF_ENUM, "an enum");
        let closed = self.flag(&item.meta, "closed");
        if item.variants.is_empty() {
            self.error(item.name.span, format!("enum `{}` has no values", item.name.text));
        }
        let integers = item.variants.first().is_some_and(|first| first.integer.is_some());
        let mut values = Vec::new();
        let mut seen = BTreeSet::new();
        for variant in &item.variants {
            if variant.integer.is_some() != integers {
                self.report_mixed(variant, integers);
                continue;
            }
            let value = self.enum_value(variant);
            if !seen.insert(value.name.wire.clone()) {
                let message = format!("value `{}` is declared twice", value.name.wire);
                self.error(value.name.span, message);
                continue;
            }
            values.push((variant.integer, value));
        }
        if integers {
            let values = values
                .into_iter()
                .filter_map(|(number, value)| number.map(|number| IntegerValue { number, value }));
            return Shape::IntegerEnum { values: values.collect(), closed };
        }
        Shape::Enum { values: values.into_iter().map(|(_, value)| value).collect(), closed }
    }

    fn enum_value(&mut self, variant: &tree::Variant) -> EnumValue {
        self.allow_attrs(&variant.meta, &OF_VALUE, "a value of an enum");
        EnumValue {
            deprecated: self.deprecated(&variant.meta),
            name: self.name(&variant.name, Case::Pascal),
            docs: self.docs(&variant.meta),
        }
    }

    fn report_mixed(&mut self, variant: &tree::Variant, integers: bool) {
        let wire = &variant.name.wire;
        let (is, others) = if integers { ("a text", "integers") } else { ("an integer", "texts") };
        let help = (!integers).then(|| format!("the text is written `\"{}\"`", wire.text));
        self.error_help(
            wire.span,
            format!("`{}` is {is}, and the values before it are {others}", wire.text),
            help,
        );
    }
}
