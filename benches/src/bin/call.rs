//! `call MODE COUNT`: does the same thing COUNT times, for a count of instructions from outside.
//! `call allocations`: counts the allocations of each mode once.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Duration;

use callsheet_benches::call::{AGENT, ENVIRONMENT, Hand, Mock, SESSION, TOKEN, twin};
use qoder::Qoder;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// What is done again and again.
const MODES: [&str; 8] = [
    "ours",
    "hand",
    "ours-no-limit",
    "hand-no-limit",
    "ours-decode",
    "hand-decode",
    "ours-encode",
    "hand-encode",
];

/// The time limit of an attempt.
const LIMIT: Duration = Duration::from_secs(60);

fn main() -> Outcome<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let mut arguments = std::env::args().skip(1);
    let mode = arguments.next().unwrap_or_default();
    if mode == "allocations" {
        return runtime.block_on(allocations());
    }
    let count = arguments.next().ok_or("usage: call MODE COUNT, or call allocations")?.parse()?;
    runtime.block_on(Bench::new()?.repeat(&mode, count))
}

/// Prints a table of allocations and bytes.
async fn allocations() -> Outcome<()> {
    let bench = Bench::new()?;
    println!("| mode | allocations | bytes |\n|---|---:|---:|");
    for mode in MODES {
        // The first time fills caches.
        bench.repeat(mode, 1).await?;
        let (one, two) = (bench.count(mode, 1)?, bench.count(mode, 2)?);
        println!("| {mode} | {} | {} |", two.0 - one.0, two.1 - one.1);
    }
    Ok(())
}

/// Everything that is made once.
struct Bench {
    ours: Qoder,
    ours_no_limit: Qoder,
    hand: Hand,
    hand_no_limit: Hand,
    our_session: qoder::sessions::Session,
    hand_session: twin::Session,
}

impl Bench {
    fn new() -> Outcome<Self> {
        let ours = || Qoder::builder().bearer(TOKEN).transport(Mock);
        Ok(Self {
            ours: ours().attempt_timeout(LIMIT).build()?,
            ours_no_limit: ours().attempt_timeout(None).timeout(None).build()?,
            hand: Hand::new(TOKEN, Some(LIMIT))?,
            hand_no_limit: Hand::new(TOKEN, None)?,
            our_session: serde_json::from_str(SESSION)?,
            hand_session: serde_json::from_str(SESSION)?,
        })
    }

    /// The allocations and bytes of doing it `times` times.
    fn count(&self, mode: &str, times: usize) -> Outcome<(u64, u64)> {
        let mut outcome = Ok(());
        let info = allocation_counter::measure(|| {
            // Nothing here waits, so that one poll is enough.
            let mut future = std::pin::pin!(self.repeat(mode, times));
            let waker = std::task::Waker::noop();
            let poll = future.as_mut().poll(&mut std::task::Context::from_waker(waker));
            if let std::task::Poll::Ready(done) = poll {
                outcome = done;
            }
        });
        outcome?;
        Ok((info.count_total, info.bytes_total))
    }

    async fn repeat(&self, mode: &str, times: usize) -> Outcome<()> {
        for _ in 0..times {
            match mode {
                "ours" => call_ours(&self.ours).await?,
                "ours-no-limit" => call_ours(&self.ours_no_limit).await?,
                "hand" => call_hand(&self.hand).await?,
                "hand-no-limit" => call_hand(&self.hand_no_limit).await?,
                "ours-decode" => decode::<qoder::sessions::Session>()?,
                "hand-decode" => decode::<twin::Session>()?,
                "ours-encode" => drop(black_box(serde_json::to_vec(&self.our_session)?)),
                "hand-encode" => drop(black_box(serde_json::to_vec(&self.hand_session)?)),
                _ => return Err(format!("no such mode; there are {MODES:?}").into()),
            }
        }
        Ok(())
    }
}

/// The request's metadata, made anew for each call, as a caller would.
fn metadata() -> BTreeMap<String, String> {
    BTreeMap::from([("purpose".to_owned(), "customer-support".to_owned())])
}

async fn call_ours(qoder: &Qoder) -> Outcome<()> {
    let call = qoder.sessions().create(AGENT, ENVIRONMENT).title("My session").metadata(metadata());
    black_box(call.send().await?);
    Ok(())
}

async fn call_hand(hand: &Hand) -> Outcome<()> {
    let body = twin::Create {
        agent: AGENT.to_owned(),
        environment_id: ENVIRONMENT.to_owned(),
        title: Some("My session".to_owned()),
        metadata: Some(metadata()),
        delta_flush_interval_ms: None,
        memory_store_ids: None,
        resources: None,
        vault_ids: None,
    };
    black_box(hand.create(&body).await?);
    Ok(())
}

fn decode<T: serde::de::DeserializeOwned>() -> Outcome<()> {
    black_box(serde_json::from_slice::<T>(black_box(SESSION.as_bytes()))?);
    Ok(())
}
