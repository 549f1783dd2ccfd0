//! Tests of Callsheet as a user meets it: the README's examples are this crate's doc tests, the
//! rest is one file for each subject.

#![doc = include_str!("../README.md")]
