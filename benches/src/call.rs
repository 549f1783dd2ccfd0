//! The page's call, sent through a generated client and by hand.

mod hand;
mod mock;
pub mod twin;

pub use hand::{Hand, HandError};
pub use mock::Mock;

/// The page's response, as a server writes it.
pub const SESSION: &str = include_str!("call/session.json");
/// The page's agent.
pub const AGENT: &str = "agent_019e390add9f7bac9b6cc806db46fcbd";
/// The page's environment.
pub const ENVIRONMENT: &str = "env_019e2590d33f711fabf42f2857cecd8a";
/// A token.
pub const TOKEN: &str = "pt-benchmark";
