//! Files from memory, from the disk and as a stream, and a skill, which is several files at once.
//!
//! `cargo run -p qoder --example upload_files`
//!
//! It talks to an embedded service, or, with `QODER_ACCESS_TOKEN` or `QODER_PAT` set, to the real
//! one.

#[path = "shared/setup.rs"]
mod setup;

use callsheet::File;
use qoder::files::ListPosition;
use setup::setup;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setup = setup()?;
    let files = setup.qoder.files();

    let notes = File::from_bytes("notes.txt", "Rex likes long walks.");
    let notes = files
        .upload(notes.with_content_type("text/plain"))
        .metadata([("dog", "rex")])
        .expires_in_seconds(3600)
        .send()
        .await?;
    println!("{}: {} of {} bytes", notes.filename, notes.mime_type, notes.size_bytes);

    // Read as it is sent, and read again if it has to be sent again.
    let manifest = File::from_path(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
    let manifest = files.upload(manifest).name("manifest.toml").send().await?;
    println!("{}: {} of {} bytes", manifest.filename, manifest.mime_type, manifest.size_bytes);

    let ids = ListPosition::Ids(vec![notes.id.clone(), manifest.id.clone()]);
    let mut found = files.list().position(ids).items();
    while let Some(file) = found.next_item().await? {
        println!("found {}", file.filename);
    }

    let manual = "---\nname: walks\ndescription: Plans walks.\n---\nAsk for the dog first.\n";
    let skill = setup
        .qoder
        .skills()
        .create([
            File::from_bytes("walks/SKILL.md", manual),
            File::from_bytes("walks/routes.csv", "park,3\nforest,8\n"),
        ])
        .display_title("Walks")
        .send()
        .await?;
    println!("skill {}", skill.display_title.as_deref().unwrap_or_default());

    setup.qoder.skills().delete(&skill.id).send().await?;
    for id in [&notes.id, &manifest.id] {
        files.delete(id).send().await?;
    }
    println!("all deleted");
    Ok(())
}
