//! Every name that generated code uses, on one screen. Not public: it may change in any release,
//! and the generator of the same version is the only one that may use it.

pub use std::collections::BTreeMap as Map;
pub use std::string::String;
pub use std::vec::Vec;

pub use http::Method;

pub use crate::call::{Sending, SendingWithMeta, send, send_with_meta};
pub use crate::client::Client;
pub use crate::convert::{blank, list, map};
pub use crate::download::download;
pub use crate::extend::{
    Declared, below, check_plain, check_value, constants, declared, scheme, server,
};
pub use crate::fetch::fetch;
pub use crate::keywords;
pub use crate::operation::{
    AttemptRules, Attempts, AuthKind, AuthScheme, AuthUse, BodyKind, Content, Encoding, Envelope,
    FailureCase, Operation, PathPart, Response, Server, Signals, Spec, StatusMatch, Variable,
};
pub use crate::options::CallOptions;
pub use crate::page::{PageStep, Paging, items, pages};
pub use crate::raw::raw;
pub use crate::schema::{
    Check, Compare, Comparison, Constant, Field, FixedField, Pattern, Place, Schema, Style,
};
pub use crate::stream::{Events, Resume, stream};
pub use crate::value::{Choice, Value, check_extern};
pub use crate::wait::{Condition, Source, Wait, wait};
#[cfg(feature = "webhooks")]
pub use crate::webhook::scheme::{Signature, SignedPart, Stamp, Webhook};
pub use crate::{
    __asking as asking, __choice as choice, __closed_enum as closed_enum,
    __closed_integer_enum as closed_integer_enum, __data as data, __failure as failure,
    __integer_newtype as integer_newtype, __object as object, __open_enum as open_enum,
    __open_integer_enum as open_integer_enum, __outcome as outcome, __text_newtype as text_newtype,
    __union as union, __union_fields as union_fields, __union_from as union_from,
    __webhooks as webhooks, __wrapping_newtype as wrapping_newtype,
};
