//! What must hold of values before they are sent.

use super::Place;

/// What must hold before a value is sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Check {
    /// An integer in `min..=max`.
    Integer {
        /// The least.
        min: i128,
        /// The greatest.
        max: i128,
    },
    /// A number from `min` to `max`.
    Float {
        /// The least, if there is one.
        min: Option<f64>,
        /// The greatest, if there is one.
        max: Option<f64>,
        /// Whether `max` itself is out of range.
        open: bool,
    },
    /// The length of a text in characters.
    Length {
        /// The least.
        min: u64,
        /// The greatest.
        max: u64,
    },
    /// The number of elements of a list or map.
    Count {
        /// The least.
        min: u64,
        /// The greatest.
        max: u64,
    },
    /// A text starts with this.
    Prefix(String),
    /// A text matches this regular expression.
    Pattern(String),
    /// Each element of a list, each value of a map.
    Each(Vec<Check>),
    /// Each key of a map.
    Keys(Vec<Check>),
    /// The elements of a tuple, one by one.
    Elements(Vec<Vec<Check>>),
    /// An integer is a multiple of this.
    MultipleOf(i128),
    /// A number is a multiple of this.
    Step(f64),
    /// No two elements of a list are the same.
    Unique,
    /// A text has a form.
    Format(Format),
}

/// The form of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its own name")]
pub enum Format {
    DateTime,
    Date,
    Time,
    Duration,
    Uuid,
    Decimal,
    Url,
    Base64,
}

impl Format {
    /// All forms.
    pub const ALL: [Self; 8] = [
        Self::DateTime,
        Self::Date,
        Self::Time,
        Self::Duration,
        Self::Uuid,
        Self::Decimal,
        Self::Url,
        Self::Base64,
    ];

    /// Its name, as a spec and the runtime call its type.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DateTime => "DateTime",
            Self::Date => "Date",
            Self::Time => "Time",
            Self::Duration => "Duration",
            Self::Uuid => "Uuid",
            Self::Decimal => "Decimal",
            Self::Url => "Url",
            Self::Base64 => "Base64",
        }
    }

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::DateTime => "a date and time",
            Self::Date => "a date",
            Self::Time => "a time of day",
            Self::Duration => "a duration",
            Self::Uuid => "a UUID",
            Self::Decimal => "a decimal number in quotes",
            Self::Url => "a URL",
            Self::Base64 => "base64",
        }
    }
}

impl Check {
    /// Whether a text keeps a `Prefix`, `Pattern` or `Length` check; other checks do not concern it.
    #[must_use]
    pub fn allows_text(&self, text: &str) -> bool {
        match self {
            Self::Prefix(prefix) => text.starts_with(prefix.as_str()),
            Self::Pattern(pattern) => {
                regex_lite::Regex::new(pattern).is_ok_and(|regex| regex.is_match(text))
            }
            Self::Length { min, max } => (*min..=*max).contains(&(text.chars().count() as u64)),
            _ => true,
        }
    }

    /// Whether a number keeps a `Float` check; other checks do not concern it.
    #[must_use]
    pub fn allows_float(&self, value: f64) -> bool {
        let Self::Float { min, max, open } = self else {
            return true;
        };
        min.is_none_or(|min| value >= min)
            && max.is_none_or(|max| value < max || (!open && value <= max))
    }
}

/// Checks as a page would say them, for the docs.
#[must_use]
pub fn describe(checks: &[Check]) -> Vec<String> {
    checks.iter().filter_map(describe_one).collect()
}

fn describe_one(check: &Check) -> Option<String> {
    Some(match check {
        Check::Integer { min, max } => {
            let text =
                |bound: i128, open| if bound == open { String::new() } else { bound.to_string() };
            let (min, max) = (text(*min, i128::MIN), text(*max, i128::MAX));
            format!("In `{}`.", bounds(&min, &max, max.is_empty()))
        }
        Check::Float { min, max, open } => {
            let text =
                |bound: &Option<f64>| bound.map_or_else(String::new, |bound| format!("{bound:?}"));
            format!("In `{}`.", bounds(&text(min), &text(max), *open || max.is_none()))
        }
        Check::Length { min, max } => format!("Length in `{}`.", size(*min, *max)),
        Check::Count { min, max } => format!("Count in `{}`.", size(*min, *max)),
        Check::Prefix(prefix) => format!("Starts with `{prefix}`."),
        Check::Pattern(pattern) => format!("Matches `{pattern}`."),
        Check::MultipleOf(of) => format!("A multiple of `{of}`."),
        Check::Step(of) => format!("A multiple of `{of}`."),
        Check::Unique => "No element twice.".to_owned(),
        Check::Each(_) | Check::Keys(_) | Check::Elements(_) | Check::Format(_) => return None,
    })
}

fn bounds(min: &impl std::fmt::Display, max: &impl std::fmt::Display, open: bool) -> String {
    format!("{min}{}{max}", if open { ".." } else { "..=" })
}

fn size(min: u64, max: u64) -> String {
    if max == u64::MAX { format!("{min}..") } else { format!("{min}..={max}") }
}

/// Two fields of one object that must compare in some way.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The field on the left, by its name on the wire.
    pub left: String,
    /// How it must compare.
    pub compare: Compare,
    /// The field on the right.
    pub right: String,
    /// Where in a request both are.
    pub place: Place,
}

/// How two values must compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its own name")]
pub enum Compare {
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
    NotEqual,
}

impl Compare {
    /// Its operator.
    #[must_use]
    pub fn operator(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::Equal => "==",
            Self::NotEqual => "!=",
        }
    }

    /// Whether two values that are in this order compare so.
    #[must_use]
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::AtLeast => order.is_ge(),
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
        }
    }

    /// The one with this operator.
    #[must_use]
    pub fn of(operator: &str) -> Option<Self> {
        [Self::Less, Self::AtMost, Self::Greater, Self::AtLeast, Self::Equal, Self::NotEqual]
            .into_iter()
            .find(|compare| compare.operator() == operator)
    }
}
