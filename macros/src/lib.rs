//! The `client!` macro.
