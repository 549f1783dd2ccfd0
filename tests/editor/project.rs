//! A project of a user who writes a spec in a macro, open in an editor.

use std::path::Path;

use serde_json::{Value, json};

use crate::server::Server;

/// The file as it is when nobody is typing.
pub const TEXT: &str = include_str!("project.txt");

pub struct Project {
    server: Server,
    text: String,
}

impl Project {
    /// Makes the project and opens it.
    pub fn open() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor");
        std::fs::create_dir_all(folder.join("src")).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let manifest = format!(
            "[package]\nname = \"editor\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
             callsheet = {{ path = \"{}\", default-features = false }}\n",
            root.join("runtime").display()
        );
        std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        // The same versions, which are on this machine.
        std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let file = folder.join("src/lib.rs");
        std::fs::write(&file, TEXT).unwrap();
        let program = std::env::var("RUST_ANALYZER").unwrap_or_else(|_| "rust-analyzer".into());
        Self { server: Server::start(&program, &folder, &file), text: TEXT.to_owned() }
    }

    /// Types: the file has this text now.
    pub fn set(&mut self, text: String) {
        if text != self.text {
            self.server.change(&text);
            self.text = text;
        }
    }

    /// What is shown at a place.
    pub fn hover(&mut self, place: &str) -> String {
        let answer = self.ask("hover", place, &json!({}));
        answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// The lines to which a place leads, from 0.
    pub fn definition(&mut self, place: &str) -> Vec<usize> {
        lines(&self.ask("definition", place, &json!({})))
    }

    /// The lines where what is at a place is used, and where it is declared.
    pub fn references(&mut self, place: &str) -> Vec<usize> {
        let context = json!({ "context": { "includeDeclaration": true } });
        lines(&self.ask("references", place, &context))
    }

    /// The text after a renaming.
    pub fn rename(&mut self, place: &str, name: &str) -> Result<String, String> {
        let answer = self.ask("rename", place, &json!({ "newName": name }));
        let Some(changes) = answer["documentChanges"].as_array() else {
            return Err(answer.to_string());
        };
        let edits = changes.iter().flat_map(|change| change["edits"].as_array().unwrap());
        let offset = |place: &Value| {
            let number = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
            self.offset(number("line"), number("character"))
        };
        let mut edits: Vec<(usize, usize)> = edits
            .map(|edit| (offset(&edit["range"]["start"]), offset(&edit["range"]["end"])))
            .collect();
        edits.sort_unstable();
        edits.dedup();
        let mut text = self.text.clone();
        for (start, end) in edits.into_iter().rev() {
            text.replace_range(start..end, name);
        }
        Ok(text)
    }

    /// What is offered at a place.
    pub fn completion(&mut self, place: &str) -> Vec<String> {
        let answer = self.ask("completion", place, &json!({}));
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }

    fn ask(&mut self, method: &str, place: &str, more: &Value) -> Value {
        let position = self.position(place);
        self.server.ask(method, position, more)
    }

    /// Where `$` stands in a piece of the text that is there once.
    fn position(&self, place: &str) -> (usize, usize) {
        let (before, after) = place.split_once('$').expect("a place has a `$`");
        let piece = format!("{before}{after}");
        assert_eq!(self.text.matches(&piece).count(), 1, "`{piece}`");
        let offset = self.text.find(&piece).unwrap() + before.len();
        let start = self.text[..offset].rfind('\n').map_or(0, |end| end + 1);
        (self.text[..offset].matches('\n').count(), offset - start)
    }

    fn offset(&self, line: usize, column: usize) -> usize {
        let lines: usize = self.text.split_inclusive('\n').take(line).map(str::len).sum();
        lines + column
    }

    /// The text of these lines, without spaces around it.
    pub fn lines(&self, numbers: &[usize]) -> Vec<String> {
        let lines: Vec<&str> = self.text.lines().collect();
        numbers.iter().map(|number| lines[*number].trim().to_owned()).collect()
    }
}

/// The lines of locations in the open file.
fn lines(locations: &Value) -> Vec<usize> {
    let locations = locations.as_array().cloned().unwrap_or_default();
    let mut lines: Vec<usize> = locations
        .iter()
        .filter(|location| location["uri"].as_str().is_some_and(|uri| uri.contains("/editor/src/")))
        .map(|location| {
            usize::try_from(location["range"]["start"]["line"].as_u64().unwrap()).unwrap()
        })
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}
