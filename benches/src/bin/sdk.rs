//! `sdk serve`: the embedded service, until its input ends. It prints its address, its token, a
//! session, the first event of that session and how many events came after it.
//! `sdk calls COUNT CONCURRENCY` and `sdk events ROUNDS`: what `python/sdk.py` does with the SDK for
//! Python, with what `serve` has printed as arguments behind.

use std::io::Read as _;
use std::time::Instant;

use callsheet_service::Service;
use qoder::{Qoder, TextBlock, UserMessage};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// How many messages the session has, each with its turn of events.
const MESSAGES: usize = 400;

fn main() -> Outcome<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["serve"] => runtime.block_on(serve()),
        ["calls", count, concurrency, url, token, session, ..] => runtime.block_on(async {
            let qoder = Qoder::builder().base_url(*url).bearer(*token).build()?;
            report(calls(&qoder, session, count.parse()?, concurrency.parse()?)).await
        }),
        ["events", rounds, url, token, session, first, after] => runtime.block_on(async {
            let qoder = Qoder::builder().base_url(*url).bearer(*token).build()?;
            report(events(&qoder, session, first, after.parse()?, rounds.parse()?)).await
        }),
        _ => {
            Err("usage: sdk serve | sdk calls COUNT CONCURRENCY ... | sdk events ROUNDS ...".into())
        }
    }
}

async fn serve() -> Outcome<()> {
    let service = Service::start();
    let qoder = Qoder::builder().base_url(service.base_url()).bearer(service.token()).build()?;
    let environment = qoder.environments().create("bench").send().await?;
    let agent = qoder.agents().create("auto", "bench").send().await?;
    let session = qoder.sessions().create(&agent.id, &environment.id).send().await?;
    let chat = qoder.sessions().events();
    for _ in 0..MESSAGES {
        let message = UserMessage::new([TextBlock::new("What does Rex like?")]);
        chat.send(&session.id, [message]).send().await?;
    }
    let mut history = chat.list(&session.id).limit(100).items();
    let (mut first, mut count) = (None, 0);
    while let Some(event) = history.next_item().await? {
        first = first.or_else(|| event.id().map(ToString::to_string));
        count += 1;
    }
    let first = first.ok_or("there are no events")?;
    println!("{} {} {} {first} {}", service.base_url(), service.token(), session.id, count - 1);
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

/// Prints how many there were, and how many a second.
async fn report(work: impl Future<Output = Outcome<usize>>) -> Outcome<()> {
    let started = Instant::now();
    let count = work.await?;
    println!("{count} {}", started.elapsed().as_secs_f64());
    Ok(())
}

/// Retrieves the session again and again.
async fn calls(qoder: &Qoder, session: &str, count: usize, concurrency: usize) -> Outcome<usize> {
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..concurrency {
        let (qoder, session) = (qoder.clone(), session.to_owned());
        workers.spawn(async move {
            for _ in 0..count / concurrency {
                let found = qoder.sessions().retrieve(session.as_str()).send().await?;
                assert_eq!(found.id.as_ref(), session);
            }
            Ok::<(), qoder::Error>(())
        });
    }
    while let Some(worker) = workers.join_next().await {
        worker??;
    }
    Ok(count / concurrency * concurrency)
}

/// Reads the events of the session after its first one, again and again.
async fn events(
    qoder: &Qoder,
    session: &str,
    first: &str,
    after: usize,
    rounds: usize,
) -> Outcome<usize> {
    for _ in 0..rounds {
        let opening = qoder.sessions().events().stream(session).resume_from(first);
        let mut events = opening.stream().await?;
        for _ in 0..after {
            events.next().await.ok_or("the stream is too short")??;
        }
    }
    Ok(rounds * after)
}
