//! What building and calling generated clients costs. See `README.md`.

pub mod call;
pub mod generate;
