//! Every name that generated code uses, on one screen. Not public: it may change in any release,
//! and the generator of the same version is the only one that may use it.

pub use std::collections::BTreeMap as Map;
pub use std::string::String;
pub use std::vec::Vec;

pub use http::Method;

pub use crate::call::{Sending, SendingWithMeta, send, send_with_meta};
pub use crate::client::Client;
pub use crate::convert::{list, map};
pub use crate::operation::{
    AuthScheme, BodyKind, Content, Envelope, FailureCase, Idempotency, Operation, PathPart,
    Response, Spec, StatusMatch,
};
pub use crate::options::CallOptions;
pub use crate::schema::{
    Check, Compare, Comparison, Constant, Field, FixedField, Pattern, Place, Schema,
};
pub use crate::value::{Choice, Value};
pub use crate::{
    __choice as choice, __closed_enum as closed_enum, __data as data,
    __integer_newtype as integer_newtype, __object as object, __open_enum as open_enum,
    __text_newtype as text_newtype,
};
