//! Creates a session COUNT times, through the generated client or by hand, over a transport that
//! answers from memory.
//!
//! `call generated|by-hand timed|untimed COUNT`: `timed` has a time limit for each call.
//!
//! The cost of one call is the difference between two counts; `benches/call.sh` measures it.

mod by_hand;
mod mock;

use std::error::Error;
use std::time::Duration;

use qoder::Qoder;

use crate::mock::Mock;

/// The page's request.
pub(crate) const AGENT: &str = "agent_019e390add9f7bac9b6cc806db46fcbd";
pub(crate) const ENVIRONMENT: &str = "env_019e2590d33f711fabf42f2857cecd8a";
pub(crate) const TITLE: &str = "My session";
pub(crate) const METADATA: (&str, &str) = ("purpose", "customer-support");

/// The time limit of a call, where it has one.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [side, limit, count] = arguments.as_slice() else {
        return Err("usage: call generated|by-hand timed|untimed COUNT".into());
    };
    let (timed, count) = (limit == "timed", count.parse()?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let bytes = match side.as_str() {
        "generated" => runtime.block_on(generated(timed, count))?,
        "by-hand" => runtime.block_on(by_hand::run(timed, count))?,
        _ => return Err("expected `generated` or `by-hand`".into()),
    };
    println!("{bytes}");
    Ok(())
}

async fn generated(timed: bool, count: usize) -> Result<usize, Box<dyn Error>> {
    let builder = Qoder::builder().bearer("pt-bench").transport(Mock).timeout(None);
    let qoder = builder.attempt_timeout(timed.then_some(LIMIT)).build()?;
    let mut length = 0;
    for _ in 0..count {
        let call = qoder.sessions().create(AGENT, ENVIRONMENT).title(TITLE).metadata([METADATA]);
        let session = call.send().await?;
        length += session.id.as_ref().len();
    }
    Ok(length)
}
