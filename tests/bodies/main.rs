//! What is not JSON, over real sockets: queries in every style, cookies, bodies and responses of
//! other types.

#![allow(unreachable_pub, reason = "this is one crate of several modules")]

mod common;
mod parameters;
mod requests;
mod responses;
mod server;
mod uploads;
