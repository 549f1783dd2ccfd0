//! Tests of Callsheet as a user meets it: the examples of the README and of the two references are
//! this crate's doc tests, the rest is one file for each subject.

#![doc = include_str!("../README.md")]
#![doc = include_str!("../docs/language.md")]
#![doc = include_str!("../docs/runtime.md")]
