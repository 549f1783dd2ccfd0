//! Each way in which a call can fail, and what there is to know of it.
//!
//! `cargo run -p qoder --example handle_failures`
//!
//! It always talks to an embedded service, which fails on request.

use std::time::Duration;

use callsheet::ErrorKind;
use callsheet_service::{Fault, Service};
use qoder::{Error, Failure, Qoder};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Service::start();
    let qoder = Qoder::builder().base_url(service.base_url()).bearer(service.token()).build()?;
    let session = "sess_019e3bb1e8c171fd9abbb1477ffb84cc";

    // Rules of the spec are checked before anything is sent.
    explain(qoder.sessions().create("agent_1", "env_1").delta_flush_interval_ms(20).send().await);
    explain(qoder.sessions().retrieve(session).send().await);
    explain(qoder.agents().retrieve("agent_0").version(3).send().await);

    service.next(Fault::RateLimited(7));
    explain(qoder.sessions().retrieve(session).max_retries(0).send().await);
    for _ in 0..3 {
        service.next(Fault::TextError(503));
    }
    explain(qoder.models().list().send().await);

    service.next(Fault::WrongType);
    explain(qoder.sessions().create("agent_1", "env_1").send().await);
    service.next(Fault::Hang);
    let limit = Duration::from_millis(100);
    explain(qoder.sessions().retrieve(session).timeout(limit).send().await);

    let stranger = Qoder::builder().base_url(service.base_url()).bearer("pt-wrong").build()?;
    explain(stranger.sessions().retrieve(session).send().await);
    let nobody = Qoder::builder().base_url(service.base_url()).build()?;
    explain(nobody.sessions().retrieve(session).send().await);
    drop(service);
    explain(qoder.sessions().retrieve(session).max_retries(0).send().await);
    Ok(())
}

/// Prints what a program would do about an error.
fn explain<T>(result: Result<T, Error>) {
    let Err(error) = result else {
        return println!("it went well");
    };
    println!("\n{error}");
    match error.failure() {
        Some(Failure::NotFoundError(envelope)) => {
            println!("  gone, says the service: {}", envelope.error.message);
        }
        Some(Failure::AuthenticationError(_)) => println!("  get another token"),
        Some(Failure::Status429(_)) => println!("  come again in {:?}", error.retry_after()),
        Some(other) => println!("  the service says {other:?}"),
        None => explain_kind(&error),
    }
}

/// What there is to know of an error that the API does not document.
fn explain_kind(error: &Error) {
    match error.kind() {
        ErrorKind::Build => println!("  not sent: {} rules broken", error.violations().len()),
        ErrorKind::Credentials => println!("  not sent: no token"),
        ErrorKind::Decode => println!("  wrong at {}", error.decode_path().unwrap_or("the start")),
        ErrorKind::Timeout | ErrorKind::Connect | ErrorKind::Transport => {
            println!("  sent: {:?}, {} attempts", error.sent(), error.attempts());
        }
        ErrorKind::Api => {
            println!("  status {:?} after {} attempts", error.status(), error.attempts());
        }
        kind => println!("  {kind:?}"),
    }
}
