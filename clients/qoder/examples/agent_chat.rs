//! The whole walk: an environment and an agent, a file, a memory and a secret for them, a session,
//! a message, the answer as it comes, what the agent delivers, and tidying up.
//!
//! `cargo run -p qoder --example agent_chat`
//!
//! It talks to an embedded service, or, with `QODER_ACCESS_TOKEN` or `QODER_PAT` set, to the real
//! one, where it costs credits.

#[path = "shared/setup.rs"]
mod setup;

use callsheet::File;
use qoder::sessions::{DeltaKind, EventDelta, SessionEvent};
use qoder::vaults::credentials::{CredentialNetworking, EnvironmentVariableParams};
use qoder::{
    AgentToolset, FileResourceParams, MemoryStoreResourceParams, ResourceParams, TextBlock,
    UserMessage,
};
use setup::setup;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setup = setup()?;
    let qoder = &setup.qoder;

    let environment = qoder.environments().create("chat").send().await?;
    let agent = qoder
        .agents()
        .create("auto", "Writer")
        .system("Answer briefly, and write the answer into a file.")
        .tools([AgentToolset::new()])
        .send()
        .await?;
    println!("agent {} version {} in {}", agent.name, agent.version, environment.name);

    let notes = File::from_bytes("notes.txt", "Rex likes long walks.");
    let notes = qoder.files().upload(notes.with_content_type("text/plain")).send().await?;
    println!("uploaded {}, {} bytes", notes.filename, notes.size_bytes);

    let store = qoder.memory_stores().create("facts").send().await?;
    let memories = qoder.memory_stores().memories();
    let memory = memories.create(&store.id, "dogs/rex.md", "Rex is a dog.").send().await?;
    println!("remembered {}", memory.path);

    let vault = qoder.vaults().create("secrets").send().await?;
    let secret =
        EnvironmentVariableParams::new("SHOP_TOKEN", "s3cret", CredentialNetworking::Unrestricted);
    let credential = qoder.vaults().credentials().create(&vault.id, secret).send().await?;
    println!("keeps a secret as {}", credential.id);

    let session = qoder
        .sessions()
        .create(&agent.id, &environment.id)
        .title("A chat about Rex")
        .resources([
            ResourceParams::from(FileResourceParams::new(&notes.id)),
            MemoryStoreResourceParams::new(&store.id).into(),
        ])
        .vault_ids([&vault.id])
        .send()
        .await?;
    println!(
        "{} {} is {}",
        session.id,
        session.title.as_deref().unwrap_or_default(),
        session.status
    );

    // Open the stream first: it starts with what happens next.
    let chat = qoder.sessions().events();
    let mut events =
        chat.stream(&session.id).event_deltas([DeltaKind::AgentMessage]).stream().await?;
    chat.send(&session.id, [UserMessage::new([TextBlock::new("What does Rex like?")])])
        .send()
        .await?;
    let mut delivered = None;
    while let Some(event) = events.next().await {
        match event? {
            SessionEvent::EventDelta(piece) => {
                if let EventDelta::ContentDelta(delta) = piece.delta {
                    print!("{}", delta.content.text);
                }
            }
            SessionEvent::AgentMessage(_) => println!(),
            SessionEvent::AgentToolUse(tool) => println!("[uses {}]", tool.name),
            SessionEvent::AgentArtifactDelivered(file) => delivered = Some(file),
            SessionEvent::SessionError(error) => println!("[error: {:?}]", error.error),
            SessionEvent::SessionStatusIdle(idle) => {
                println!("[waits: {:?}]", idle.stop_reason);
                break;
            }
            other => println!("[{}]", other.tag().unwrap_or("an event without a type")),
        }
    }
    drop(events);

    if let Some(file) = delivered {
        let link = qoder.files().download(&file.file_id).send().await?;
        let content = qoder.fetch(link.url.expose()).send().await?.into_value();
        println!("downloaded {}: {}", file.original_filename, String::from_utf8_lossy(&content));
    }

    let mut history = chat.list(&session.id).limit(4).pages();
    let mut pages = 0;
    let mut count = 0;
    while let Some(page) = history.next_page().await? {
        pages += 1;
        count += page.value().data.len();
    }
    println!("{count} events on {pages} pages");

    let archived = qoder.sessions().archive(&session.id).send().await?;
    println!("archived: {}", archived.archived_at.is_set());
    qoder.sessions().delete(&session.id).send().await?;
    qoder.vaults().delete(&vault.id).send().await?;
    qoder.memory_stores().delete(&store.id).send().await?;
    qoder.files().delete(&notes.id).send().await?;
    qoder.agents().archive(&agent.id).send().await?;
    let gone = qoder.environments().delete(&environment.id).send().await?;
    println!("deleted {}", gone.id);
    Ok(())
}
