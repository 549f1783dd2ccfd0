//! The runtime.

mod check;
mod codec;
mod compare;
mod debug;
mod path;
mod schema;
pub mod value;

#[cfg(test)]
mod fixtures;

pub use check::{Violation, Violations};
pub use codec::{DecodeError, EncodeError};
pub use serde_json::Value as Json;
pub use value::{DateTime, Extra, Patch, Secret};

/// What generated code uses.
#[doc(hidden)]
pub mod __private {
    pub use crate::check::{check, check_value};
    pub use crate::codec::{decode_json, deserialize, encode_body, encode_json, serialize};
    pub use crate::compare::equal;
    pub use crate::debug::debug;
    pub use crate::schema::{Check, Constant, Field, Pattern, Place, Presence, Schema};
}
