//! A program without async: calls are waited for, and so are the items of a list.
//!
//! `cargo run -p qoder --example blocking_use`
//!
//! It talks to an embedded service, or, with `QODER_ACCESS_TOKEN` or `QODER_PAT` set, to the real
//! one.

#[path = "shared/setup.rs"]
mod setup;

use callsheet::blocking::Blocking;
use qoder::memory_stores::memories::MemoryEntry;
use setup::setup;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setup = setup()?;
    let stores = setup.qoder.memory_stores();
    let store = stores.create("facts").description("About dogs").send().wait_blocking()?;
    for (path, content) in [("rex.md", "likes walks"), ("ida.md", "sleeps"), ("bo.md", "barks")] {
        stores.memories().create(&store.id, path, content).send().wait_blocking()?;
    }

    let mut entries = stores.memories().list(&store.id).limit(2).items();
    while let Some(entry) = entries.next_item().wait_blocking()? {
        if let MemoryEntry::Memory(memory) = entry {
            println!("{} of {} bytes", memory.path, memory.content_size_bytes.unwrap_or_default());
        }
    }

    let deleted = stores.delete(&store.id).send().wait_blocking()?;
    println!("deleted {}", deleted.id);
    Ok(())
}
