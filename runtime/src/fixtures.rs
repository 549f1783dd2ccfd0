//! Types as the generator writes them, and their serde-derived twins.

#![allow(unreachable_pub, reason = "the macros make types for users")]

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::schema::{Check, Constant, Field, FixedField, Pattern, Place, Schema};
use crate::value::{Blank, Expected, Slot, TextSlot, Value, View};
use crate::{Extra, Json, Patch, Secret, codec};

/// What the generator writes for a struct: its fields, and the rest by macros.
macro_rules! object {
    ($name:ident = $schema:ident { $($field:ident: $ty:ty),* $(,)? } $($extra:ident)?) => {
        pub(crate) struct $name {
            $(pub(crate) $field: $ty,)*
            $(pub(crate) $extra: Extra,)?
        }
        crate::__private::object!($schema, $name [] { $($field),* } $($extra)?);
        crate::__private::data!($name [] { $($field),* } $($extra)?);
    };
}

static USAGE: Schema = Schema::new(
    "Usage",
    &[
        Field::required("input_tokens", "input_tokens"),
        Field::optional("note", "note"),
        Field::nullable("limit", "limit"),
    ],
);
object!(Usage = USAGE { input_tokens: u64, note: Option<String>, limit: Option<i32> } extra);

static CLOSED: Schema = Schema::new(
    "Closed",
    &[
        Field::required("id", "id"),
        Field::optional("weight", "weight"),
        Field::optional("tags", "tags"),
    ],
);
object!(Closed = CLOSED { id: i64, weight: Option<f64>, tags: Option<Vec<String>> });

static UPDATE: Schema =
    Schema::new("Update", &[Field::patch("title", "title"), Field::patch("count", "count")]);
object!(Update = UPDATE { title: Patch<String>, count: Patch<u8> } extra);

static AGENT: Schema = Schema::new(
    "Agent",
    &[
        Field::required("id", "id"),
        Field::required("name", "name"),
        Field::required("status", "status"),
        Field::required("tools", "tools"),
        Field::optional("metadata", "metadata"),
        Field::optional("parent", "parent"),
        Field::optional("input", "input"),
        Field::optional("token", "token").sensitive(),
    ],
)
.constants(&[FixedField::new("type", Constant::Text("agent"))]);
object!(Agent = AGENT {
    id: Id,
    name: String,
    status: Status,
    tools: Vec<Tool>,
    metadata: Option<BTreeMap<Id, Json>>,
    parent: Option<Box<Agent>>,
    input: Option<Json>,
    token: Option<Secret>,
} extra);

static TOOL: Schema = Schema::new(
    "Tool",
    &[
        Field::required("name", "name"),
        Field::optional("weight", "weight"),
        Field::optional("single", "single"),
    ],
);
object!(Tool = TOOL { name: String, weight: Option<f64>, single: Option<f32> } extra);

static CONSTANTS: Schema = Schema::new("Constants", &[]).constants(&[
    FixedField::new("text", Constant::Text("a")),
    FixedField::new("integer", Constant::Integer(-1)),
    FixedField::new("float", Constant::Float(0.5)),
    FixedField::new("bool", Constant::Bool(true)),
]);
object!(Constants = CONSTANTS {} extra);

static ID_PATTERN: Pattern = Pattern::new("^[a-z]+$");
static CREATE: Schema = Schema::new(
    "Create",
    &[
        Field::required("agent_id", "agent_id").at(Place::Path),
        Field::optional("limit", "limit")
            .at(Place::Query)
            .checks(&[Check::Integer { min: 50, max: 5000 }]),
        Field::required("title", "title").checks(&[Check::Length { min: 1, max: 64 }]),
        Field::optional("ratio", "ratio").checks(&[Check::Float {
            min: 0.0,
            max: 1.0,
            open: true,
        }]),
        Field::required("resources", "resources").checks(&[Check::Count { min: 1, max: 2 }]),
        Field::optional("labels", "labels").checks(&[
            Check::Keys(&[Check::Pattern(&ID_PATTERN)]),
            Check::Each(&[Check::Length { min: 0, max: 3 }]),
        ]),
        Field::optional("at", "at"),
        Field::optional("pin", "pin")
            .sensitive()
            .checks(&[Check::Integer { min: 1000, max: 9999 }]),
    ],
);
object!(Create = CREATE {
    agent_id: String,
    limit: Option<u32>,
    title: String,
    ratio: Option<f32>,
    resources: Vec<Resource>,
    labels: Option<BTreeMap<String, String>>,
    at: Option<crate::DateTime>,
    pin: Option<Secret<u32>>,
});

static RESOURCE: Schema = Schema::new(
    "Resource",
    &[
        Field::required("type", "type_").checks(&[Check::Prefix("git")]),
        Field::optional("paths", "paths").checks(&[Check::Each(&[Check::Prefix("/")])]),
    ],
);
object!(Resource = RESOURCE { type_: String, paths: Option<Vec<String>> } extra);

static MESSAGE: Schema = Schema::new("Message", &[Field::required("text", "text")])
    .constants(&[FixedField::new("type", Constant::Text("message"))]);
object!(Message = MESSAGE { text: String } extra);

static PING: Schema =
    Schema::new("Ping", &[]).constants(&[FixedField::new("type", Constant::Text("ping"))]);
object!(Ping = PING {} extra);

macro_rules! wide {
    ($($field:ident),*) => {
        static WIDE: Schema = Schema::new("Wide", &[$(Field::required(stringify!($field), stringify!($field))),*]);
        object!(Wide = WIDE { $($field: u8),* });
    };
}
wide!(
    f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20,
    f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39,
    f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58,
    f59, f60, f61, f62, f63, f64, f65, f66, f67, f68, f69, f70, f71, f72, f73, f74, f75, f76, f77,
    f78, f79, f80, f81, f82, f83, f84, f85, f86, f87, f88, f89, f90, f91, f92, f93, f94, f95, f96,
    f97, f98, f99, f100, f101, f102, f103, f104, f105, f106, f107, f108, f109, f110, f111, f112,
    f113, f114, f115, f116, f117, f118, f119, f120, f121, f122, f123, f124, f125, f126, f127, f128,
    f129
);

/// A tagged union.
pub(crate) enum Event {
    Message(Message),
    Ping(Box<Ping>),
    Closed,
    Unknown(Json),
}
crate::__private::union!(Event [] ["type"] { Message = "message", Ping = "ping" } { Closed = "closed" });
crate::__private::union_from!(Event [] { Message(Message), Ping(Ping) });

/// A union without a tag.
pub(crate) enum Part {
    Text(String),
    Number(i64),
    Many(Vec<Part>),
    Usage(Box<Usage>),
    Tool(Tool),
    Event(Event),
    Unknown(Json),
}
static PART_CHECKS: &[Check] = &[Check::Length { min: 1, max: 4 }];
crate::__private::union!(Part [] [] {
    Text = "Text" PART_CHECKS,
    Number = "Number",
    Many = "Many",
    Usage = "Usage",
    Tool = "Tool",
    Event = "Event"
} {});
crate::__private::union_from!(Part [] { Text(&str), Number(i64), Many(Vec<Part>) });

/// The twin of [`Part`], as far as serde can say it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum PartTwin {
    Text(String),
    Number(i64),
    Many(Vec<PartTwin>),
    Usage(UsageTwin),
    Unknown(Json),
}

/// The twin of [`Event`], as far as serde can say it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum EventTwin {
    Message {
        text: String,
        #[serde(flatten)]
        extra: Extra,
    },
    Ping {
        #[serde(flatten)]
        extra: Extra,
    },
    Closed,
}

/// A type made from text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(pub(crate) String);

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Value for Id {
    fn view(&self) -> View<'_> {
        self.0.view()
    }

    fn slot(&mut self) -> Slot<'_> {
        self.0.slot()
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for Id {
    const BLANK: Self = Self(String::new());
}

/// An open enum.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Status {
    Idle,
    Running,
    Unknown(String),
}

impl Value for Status {
    fn view(&self) -> View<'_> {
        View::Text(match self {
            Self::Idle => "idle",
            Self::Running => "running",
            Self::Unknown(text) => text,
        })
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for Status {
    const BLANK: Self = Self::Unknown(String::new());
}

impl TextSlot for Status {
    fn set(&mut self, text: Cow<'_, str>) -> Result<(), Expected> {
        *self = match &*text {
            "idle" => Self::Idle,
            "running" => Self::Running,
            _ => Self::Unknown(text.into_owned()),
        };
        Ok(())
    }
}

/// The twin of [`Usage`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct UsageTwin {
    pub(crate) input_tokens: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub(crate) limit: Option<i32>,
    #[serde(flatten)]
    pub(crate) extra: Extra,
}

/// The twin of [`Closed`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ClosedTwin {
    pub(crate) id: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) weight: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) tags: Option<Vec<String>>,
}

/// Reads a value from JSON text, as the client does.
pub(crate) fn decode<T: Value>(text: impl AsRef<[u8]>) -> Result<T, codec::DecodeError> {
    let mut value = T::blank();
    codec::decode_json(text.as_ref(), value.slot())?;
    Ok(value)
}

/// Writes a value as JSON text, as the client does.
pub(crate) fn encode(value: &dyn Value) -> String {
    String::from_utf8(codec::encode_json(value).expect("encodes")).expect("is UTF-8")
}

static LINK: Schema = Schema::new("Origin::Url", &[Field::required("url", "url")]);
static VAULT: Schema = Schema::new(
    "Origin::Vault",
    &[Field::required("vault", "vault"), Field::optional("version", "version")],
);

/// An exclusive group.
pub(crate) enum Origin {
    Url(String),
    Vault { vault: String, version: Option<u8> },
}
crate::__private::choice!(Origin = Url { 0 } {
    0 Url = LINK { 0: url },
    1 Vault = VAULT { vault: vault, version: version }
});

static SOURCE: Schema = Schema::new(
    "Source",
    &[
        Field::required("name", "name"),
        Field::required("from", "from").groups(<Origin as crate::__private::Choice>::GROUPS),
        Field::required("at", "at"),
    ],
);
object!(Source = SOURCE { name: String, from: Origin, at: (f64, Option<String>) });

/// The twin of [`Source`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct SourceTwin {
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) from: OriginTwin,
    pub(crate) at: (f64, Option<String>),
}

/// The twin of [`Origin`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum OriginTwin {
    Url {
        url: String,
    },
    Vault {
        vault: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u8>,
    },
}

static TYPED: Schema = Schema::new("Typed", &[Field::required("id", "id")])
    .constants(&[FixedField::new("type", Constant::Text("typed"))]);
/// A struct whose other keys have a type.
pub(crate) struct Typed {
    pub(crate) id: u8,
    pub(crate) extra: BTreeMap<String, Vec<u8>>,
}
crate::__private::object!(TYPED, Typed [] { id } extra);
crate::__private::data!(Typed [] { id } extra);

/// The twin of [`Typed`], but for the constant.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct TypedTwin {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) id: u8,
    #[serde(flatten)]
    pub(crate) extra: BTreeMap<String, Vec<u8>>,
}
