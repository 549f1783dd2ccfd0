//! Types as the generator writes them, and their serde-derived twins.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::schema::{Check, Constant, Field, Pattern, Place, Schema};
use crate::value::{Expected, Object, Slot, TextSlot, UnionSlot, Value, View};
use crate::{Extra, Json, Patch, Secret, codec, compare, debug};

/// What the generator writes for a struct: its fields, its table and the way to them.
macro_rules! object {
    (@extra $self:ident, extra) => { Some(&$self.extra) };
    (@extra_mut $self:ident, extra) => { Some(&mut $self.extra) };
    ($name:ident = $schema:ident { $($index:literal $field:ident: $ty:ty),* $(,)? } $($extra:ident)?) => {
        pub(crate) struct $name {
            $(pub(crate) $field: $ty,)*
            $(pub(crate) $extra: Extra,)?
        }

        impl Object for $name {
            fn schema(&self) -> &'static Schema {
                &$schema
            }

            // A struct may have constants only.
            #[allow(unreachable_code)]
            fn get(&self, index: usize) -> Option<&dyn Value> {
                Some(match index {
                    $($index => &self.$field,)*
                    _ => return None,
                })
            }

            // A struct may have constants only.
            #[allow(unreachable_code)]
            fn get_mut(&mut self, index: usize) -> Option<&mut dyn Value> {
                Some(match index {
                    $($index => &mut self.$field,)*
                    _ => return None,
                })
            }

            $(
                fn extra(&self) -> Option<&Extra> {
                    object!(@extra self, $extra)
                }

                fn extra_mut(&mut self) -> Option<&mut Extra> {
                    object!(@extra_mut self, $extra)
                }
            )?
        }

        impl Value for $name {
            fn view(&self) -> View<'_> {
                View::Object(self)
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::Object(self)
            }

            fn blank() -> Self {
                Self { $($field: Value::blank(),)* $($extra: Extra::default(),)? }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                debug::debug(self, f)
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                compare::equal(self, other)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                codec::serialize(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                codec::deserialize(deserializer)
            }
        }
    };
}

static USAGE: Schema = Schema {
    name: "Usage",
    fields: &[
        Field::required("input_tokens", "input_tokens"),
        Field::optional("note", "note"),
        Field::nullable("limit", "limit"),
    ],
};
object!(Usage = USAGE { 0 input_tokens: u64, 1 note: Option<String>, 2 limit: Option<i32> } extra);

static CLOSED: Schema = Schema {
    name: "Closed",
    fields: &[
        Field::required("id", "id"),
        Field::optional("weight", "weight"),
        Field::optional("tags", "tags"),
    ],
};
object!(Closed = CLOSED { 0 id: i64, 1 weight: Option<f64>, 2 tags: Option<Vec<String>> });

static UPDATE: Schema = Schema {
    name: "Update",
    fields: &[Field::patch("title", "title"), Field::patch("count", "count")],
};
object!(Update = UPDATE { 0 title: Patch<String>, 1 count: Patch<u8> } extra);

static AGENT: Schema = Schema {
    name: "Agent",
    fields: &[
        Field::constant("type", Constant::Text("agent")),
        Field::required("id", "id"),
        Field::required("name", "name"),
        Field::required("status", "status"),
        Field::required("tools", "tools"),
        Field::optional("metadata", "metadata"),
        Field::optional("parent", "parent"),
        Field::optional("input", "input"),
        Field::optional("token", "token").sensitive(),
    ],
};
object!(Agent = AGENT {
    1 id: Id,
    2 name: String,
    3 status: Status,
    4 tools: Vec<Tool>,
    5 metadata: Option<BTreeMap<Id, Json>>,
    6 parent: Option<Box<Agent>>,
    7 input: Option<Json>,
    8 token: Option<Secret>,
} extra);

static TOOL: Schema = Schema {
    name: "Tool",
    fields: &[
        Field::required("name", "name"),
        Field::optional("weight", "weight"),
        Field::optional("single", "single"),
    ],
};
object!(Tool = TOOL { 0 name: String, 1 weight: Option<f64>, 2 single: Option<f32> } extra);

static CONSTANTS: Schema = Schema {
    name: "Constants",
    fields: &[
        Field::constant("text", Constant::Text("a")),
        Field::constant("integer", Constant::Integer(-1)),
        Field::constant("float", Constant::Float(0.5)),
        Field::constant("bool", Constant::Bool(true)),
    ],
};
object!(Constants = CONSTANTS {} extra);

static ID_PATTERN: Pattern = Pattern::new("^[a-z]+$");
static CREATE: Schema = Schema {
    name: "Create",
    fields: &[
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
        Field::optional("at", "at").checks(&[Check::DateTime]),
        Field::optional("pin", "pin")
            .sensitive()
            .checks(&[Check::Integer { min: 1000, max: 9999 }]),
    ],
};
object!(Create = CREATE {
    0 agent_id: String,
    1 limit: Option<u32>,
    2 title: String,
    3 ratio: Option<f32>,
    4 resources: Vec<Resource>,
    5 labels: Option<BTreeMap<String, String>>,
    6 at: Option<crate::DateTime>,
    7 pin: Option<Secret<u32>>,
});

static RESOURCE: Schema = Schema {
    name: "Resource",
    fields: &[
        Field::required("type", "type_").checks(&[Check::Prefix("git")]),
        Field::optional("paths", "paths").checks(&[Check::Each(&[Check::Prefix("/")])]),
    ],
};
object!(Resource = RESOURCE { 0 type_: String, 1 paths: Option<Vec<String>> } extra);

static MESSAGE: Schema = Schema {
    name: "Message",
    fields: &[Field::constant("type", Constant::Text("message")), Field::required("text", "text")],
};
object!(Message = MESSAGE { 1 text: String } extra);

static PING: Schema =
    Schema { name: "Ping", fields: &[Field::constant("type", Constant::Text("ping"))] };
object!(Ping = PING {} extra);

macro_rules! wide {
    ($($index:literal $field:ident),*) => {
        static WIDE: Schema = Schema {
            name: "Wide",
            fields: &[$(Field::required(stringify!($field), stringify!($field))),*],
        };
        object!(Wide = WIDE { $($index $field: u8),* });
    };
}
wide!(
    0 f0, 1 f1, 2 f2, 3 f3, 4 f4, 5 f5, 6 f6, 7 f7, 8 f8, 9 f9, 10 f10, 11 f11, 12 f12, 13 f13, 14 f14, 15 f15, 16 f16, 17 f17, 18 f18, 19 f19, 20 f20, 21 f21, 22 f22, 23 f23, 24 f24, 25 f25, 26 f26, 27 f27, 28 f28, 29 f29, 30 f30, 31 f31, 32 f32, 33 f33, 34 f34, 35 f35, 36 f36, 37 f37, 38 f38, 39 f39, 40 f40, 41 f41, 42 f42, 43 f43, 44 f44, 45 f45, 46 f46, 47 f47, 48 f48, 49 f49, 50 f50, 51 f51, 52 f52, 53 f53, 54 f54, 55 f55, 56 f56, 57 f57, 58 f58, 59 f59, 60 f60, 61 f61, 62 f62, 63 f63, 64 f64, 65 f65, 66 f66, 67 f67, 68 f68, 69 f69, 70 f70, 71 f71, 72 f72, 73 f73, 74 f74, 75 f75, 76 f76, 77 f77, 78 f78, 79 f79, 80 f80, 81 f81, 82 f82, 83 f83, 84 f84, 85 f85, 86 f86, 87 f87, 88 f88, 89 f89, 90 f90, 91 f91, 92 f92, 93 f93, 94 f94, 95 f95, 96 f96, 97 f97, 98 f98, 99 f99, 100 f100, 101 f101, 102 f102, 103 f103, 104 f104, 105 f105, 106 f106, 107 f107, 108 f108, 109 f109, 110 f110, 111 f111, 112 f112, 113 f113, 114 f114, 115 f115, 116 f116, 117 f117, 118 f118, 119 f119, 120 f120, 121 f121, 122 f122, 123 f123, 124 f124, 125 f125, 126 f126, 127 f127, 128 f128, 129 f129
);

/// A tagged union.
#[derive(Debug, PartialEq)]
pub(crate) enum Event {
    Message(Message),
    Ping(Ping),
    Unknown(Json),
}

impl Value for Event {
    fn view(&self) -> View<'_> {
        match self {
            Self::Message(payload) => payload.view(),
            Self::Ping(payload) => payload.view(),
            Self::Unknown(json) => json.view(),
        }
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Union(self)
    }

    fn blank() -> Self {
        Self::Unknown(Json::Null)
    }
}

impl UnionSlot for Event {
    fn tag(&self) -> &'static str {
        "type"
    }

    fn select(&mut self, tag: &str) -> Option<&mut dyn Value> {
        *self = match tag {
            "message" => Self::Message(Value::blank()),
            "ping" => Self::Ping(Value::blank()),
            _ => return None,
        };
        match self {
            Self::Message(payload) => Some(payload),
            Self::Ping(payload) => Some(payload),
            Self::Unknown(_) => None,
        }
    }

    fn set_unknown(&mut self, object: Json) {
        *self = Self::Unknown(object);
    }
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
        Self(Value::blank())
    }
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
        Self::Unknown(String::new())
    }
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
    codec::decode_json(text.as_ref(), &mut value)?;
    Ok(value)
}

/// Writes a value as JSON text, as the client does.
pub(crate) fn encode(value: &dyn Value) -> String {
    String::from_utf8(codec::encode_json(value).expect("encodes")).expect("is UTF-8")
}
