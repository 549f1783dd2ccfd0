//! What builds and calls of Callsheet cost, beside the same things written by hand.
//! `README.md` has the commands and the figures.

pub mod synthetic;
