//! Every name that generated code uses, on one screen. Not public: it may change in any release,
//! and the generator of the same version is the only one that may use it.

pub use std::borrow::Cow;
pub use std::collections::BTreeMap as Map;
pub use std::string::String;
pub use std::vec::Vec;

pub use http::Method;
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::call::{Sending, SendingWithMeta, send, send_with_meta, to_http};
pub use crate::check::check_value;
pub use crate::client::Client;
pub use crate::codec::{deserialize, serialize};
pub use crate::compare::equal;
pub use crate::convert::{list, map};
pub use crate::debug::debug;
pub use crate::operation::{
    AuthScheme, BodyKind, Content, Encoding, Envelope, FailureCase, Idempotency, Operation,
    PathPart, Response, Spec, StatusMatch,
};
pub use crate::options::CallOptions;
pub use crate::schema::{Check, Constant, Field, Pattern, Place, Schema, Style};
pub use crate::value::{Expected, Object, Slot, TextSlot, Value, View};
