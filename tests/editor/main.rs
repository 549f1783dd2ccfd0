//! What an editor shows of a spec in a macro, asked of rust-analyzer itself: hover, definitions,
//! references, renaming and completion, also while a spec is being typed.
//!
//! It needs rust-analyzer, by the path in `RUST_ANALYZER` or else from `PATH`:
//! `cargo test -p callsheet-tests --test editor -- --ignored`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(unreachable_pub, reason = "modules of a test")]

mod project;
mod server;
mod states;

use project::Project;

#[test]
#[ignore = "needs rust-analyzer"]
fn an_editor_knows_the_spec() {
    let mut project = Project::open();
    let mut failures = Vec::new();
    let states = states::all();
    assert!(states.len() >= 25);
    for state in &states {
        if let Err(failure) = state.check(&mut project) {
            failures.push(format!("{}: {failure}", state.name));
        }
    }
    assert!(failures.is_empty(), "{} of {}\n{}", failures.len(), states.len(), failures.join("\n"));
}
