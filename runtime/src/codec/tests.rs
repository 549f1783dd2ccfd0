//! What the codec does, seen from outside: by topic.

mod faults;
mod json;
mod twins;
mod unions;
