//! A stream of events goes on: by itself when its connection breaks off, and from a cursor that was
//! kept, as a program does that was stopped in between.
//!
//! `cargo run -p qoder --example resume`
//!
//! It talks to an embedded service, whose first connection breaks off, or, with
//! `QODER_ACCESS_TOKEN` or `QODER_PAT` set, to the real one.

#[path = "shared/desk.rs"]
mod desk;
#[path = "shared/setup.rs"]
mod setup;

use callsheet::EventStream;
use callsheet_service::Fault;
use desk::Desk;
use qoder::sessions::SessionEvent;
use qoder::{Error, Failure, TextBlock, UserMessage};
use setup::setup;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setup = setup()?;
    let desk = Desk::open(&setup.qoder).await?;
    let session = desk.session("A long conversation").await?;
    let chat = setup.qoder.sessions().events();

    if let Some(service) = &setup.service {
        service.next(Fault::CutStream(3));
    }
    let mut events = chat.stream(&session.id).stream().await?;
    chat.send(&session.id, [UserMessage::new([TextBlock::new("One")])]).send().await?;
    print_turn(&mut events).await?;
    if let Some(service) = &setup.service {
        let requests = service.requests();
        let connections = requests.iter().filter(|request| request.path.ends_with("/stream"));
        println!("that took {} connections", connections.count());
    }

    // What to keep for the next time: the id of the last event.
    let cursor = events.cursor().unwrap_or_default().to_owned();
    drop(events);
    chat.send(&session.id, [UserMessage::new([TextBlock::new("Two")])]).send().await?;
    println!("going on after {cursor}");
    let mut events = chat.stream(&session.id).resume_from(cursor).stream().await?;
    print_turn(&mut events).await?;

    desk.close(&[session]).await?;
    Ok(())
}

/// Prints what happens until the session waits again.
async fn print_turn(events: &mut EventStream<SessionEvent, Failure>) -> Result<(), Error> {
    while let Some(event) = events.next().await {
        let event = event?;
        println!("{}", event.tag().unwrap_or("an event without a type"));
        if matches!(event, SessionEvent::SessionStatusIdle(_)) {
            break;
        }
    }
    Ok(())
}
