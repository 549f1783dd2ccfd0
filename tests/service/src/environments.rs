//! Environments.

use serde_json::{Value, json};

use crate::call::{Call, check, take, text};
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::list;
use crate::world::{NOW, Route, World};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", "/environments", create),
    ("GET", "/environments", |world, call| list(call, world.environments.iter().rev())),
    ("GET", "/environments/*", |world, call| {
        Reply::ok(world.environments.get(call.id(0))?.clone())
    }),
    ("POST", "/environments/*", update),
    ("DELETE", "/environments/*", delete),
    ("POST", "/environments/*/archive", |world, call| world.environments.archive(call.id(0))),
];

/// What a caller decides.
const SETTINGS: [&str; 5] = ["name", "description", "config", "scope", "metadata"];

/// The environment that exists from the start: that of the page.
pub(crate) fn first() -> Value {
    environment("env_019e2590d33f711fabf42f2857cecd8a", "test-environment")
}

fn environment(id: &str, name: &str) -> Value {
    let packages = json!({
        "type": "packages", "apt": [], "cargo": [], "gem": [], "go": [], "npm": [], "pip": []
    });
    json!({
        "id": id,
        "type": "environment",
        "name": name,
        "description": "",
        "config": {"type": "cloud", "packages": packages},
        "metadata": {},
        "archived_at": null,
        "created_at": NOW,
        "updated_at": NOW
    })
}

fn create(world: &mut World, call: &Call<'_>) -> Outcome {
    let body = call.object()?;
    let name = text(&body, "name")?;
    check(&body, "config", "an object", Value::is_object)?;
    let mut made = environment(&world.environments.new_id(), name);
    if let Some(made) = made.as_object_mut() {
        take(&body, &SETTINGS, made);
    }
    world.environments.add(made.clone());
    Reply::created(made)
}

fn update(world: &mut World, call: &Call<'_>) -> Outcome {
    let body = call.object()?;
    let environment = world.environments.get_mut(call.id(0))?;
    take(&body, &SETTINGS, environment);
    Reply::ok(Value::Object(environment.clone()))
}

fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    world.environments.get(id)?;
    if let Some(user) = world.sessions.iter().find(|session| session["environment_id"] == id) {
        return Err(Refusal::conflict(format!("session {} uses environment {id}", user["id"])));
    }
    world.environments.remove(id)?;
    Reply::deleted(id, "environment_deleted")
}
