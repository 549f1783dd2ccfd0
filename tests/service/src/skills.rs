//! Skills: uploaded folders with a `SKILL.md`.

use serde_json::{Value, json};

use crate::call::Call;
use crate::multipart::{Part, parts};
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::list;
use crate::world::{NOW, Route, World};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", "/skills", create),
    ("GET", "/skills", |world, call| list(call, world.skills.iter().rev())),
    ("GET", "/skills/*", |world, call| Reply::ok(world.skills.get(call.id(0))?.clone())),
    ("DELETE", "/skills/*", delete),
];

fn create(world: &mut World, call: &Call<'_>) -> Outcome {
    let parts = parts(call.seen)?;
    let manual = parts.iter().find(|part| part.name == "files" && is_manual(part));
    let manual = manual.ok_or_else(|| Refusal::invalid("there is no SKILL.md"))?.text()?;
    let name = manual.lines().find_map(|line| line.strip_prefix("name:")).unwrap_or("unnamed");
    let title = parts.iter().find(|part| part.name == "display_title");
    let title = title.map_or(Ok(name.trim()), Part::text)?;
    let skill = json!({
        "id": world.skills.new_id(),
        "type": "skill",
        "display_title": title,
        "latest_version": "1",
        "source": "custom",
        "created_at": NOW,
        "updated_at": NOW
    });
    world.skills.add(skill.clone());
    Reply::created(skill)
}

fn is_manual(part: &Part<'_>) -> bool {
    part.filename.as_deref().is_some_and(|name| name.rsplit('/').next() == Some("SKILL.md"))
}

fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    let skill: Value = world.skills.remove(call.id(0))?;
    Reply::deleted(skill["id"].as_str().unwrap_or_default(), "skill_deleted")
}
