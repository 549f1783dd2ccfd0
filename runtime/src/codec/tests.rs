//! What the codec does, seen from outside: by topic.

mod externs;
mod faults;
mod json;
mod twins;
mod unions;
