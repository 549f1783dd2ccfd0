//! Memory stores, and the memories in them.

use serde_json::{Value, json};

use crate::call::{Call, check, take, text};
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::list;
use crate::world::{NOW, Route, World, without};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", "/memory_stores", create_store),
    ("GET", "/memory_stores", |world, call| list(call, world.memory_stores.iter().rev())),
    ("GET", "/memory_stores/*", |world, call| {
        Reply::ok(world.memory_stores.get(call.id(0))?.clone())
    }),
    ("DELETE", "/memory_stores/*", delete_store),
    ("POST", "/memory_stores/*/archive", |world, call| world.memory_stores.archive(call.id(0))),
    ("POST", "/memory_stores/*/memories", create),
    ("GET", "/memory_stores/*/memories", list_memories),
    ("GET", "/memory_stores/*/memories/*", retrieve),
    ("POST", "/memory_stores/*/memories/*", update),
    ("DELETE", "/memory_stores/*/memories/*", delete),
];

fn create_store(world: &mut World, call: &Call<'_>) -> Outcome {
    let body = call.object()?;
    text(&body, "name")?;
    check(&body, "description", "a string", Value::is_string)?;
    let mut store = json!({
        "id": world.memory_stores.new_id(),
        "type": "memory_store",
        "description": "",
        "metadata": {},
        "status": "active",
        "entry_count": 0,
        "total_size": 0,
        "archived_at": null,
        "created_at": NOW,
        "updated_at": NOW
    });
    if let Some(store) = store.as_object_mut() {
        take(&body, &["name", "description", "metadata"], store);
    }
    world.memory_stores.add(store.clone());
    Reply::created(store)
}

fn delete_store(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    world.memory_stores.remove(id)?;
    world.memories.remove_where("memory_store_id", id);
    Reply::deleted(id, "memory_store_deleted")
}

fn create(world: &mut World, call: &Call<'_>) -> Outcome {
    let store = call.id(0);
    world.memory_stores.get(store)?;
    let body = call.object()?;
    let path = text(&body, "path")?;
    let content = text(&body, "content")?;
    if of_store(world, store).any(|memory| memory["path"] == path) {
        return Err(Refusal::conflict(format!("there is a memory at {path} already")));
    }
    let mut memory = json!({
        "id": world.memories.new_id(),
        "type": "memory",
        "memory_store_id": store,
        "path": path,
        "metadata": {},
        "created_at": NOW,
        "updated_at": NOW
    });
    if let Some(memory) = memory.as_object_mut() {
        take(&body, &["metadata"], memory);
    }
    write(&mut memory, content, 1);
    world.memories.add(memory.clone());
    count(world, store)?;
    Reply::created(view(call, &memory, "basic"))
}

fn retrieve(world: &mut World, call: &Call<'_>) -> Outcome {
    let memory = find(world, call)?;
    Reply::ok(view(call, memory, "full"))
}

fn update(world: &mut World, call: &Call<'_>) -> Outcome {
    let body = call.object()?;
    let mut memory = find(world, call)?.clone();
    let version = memory["version"].as_u64().unwrap_or(1) + 1;
    if let Some(fields) = memory.as_object_mut() {
        take(&body, &["path", "metadata"], fields);
    }
    if let Some(content) = body.get("content").and_then(Value::as_str) {
        write(&mut memory, content, version);
    }
    let answer = view(call, &memory, "basic");
    if let (Value::Object(changed), kept) = (memory, world.memories.get_mut(call.id(1))?) {
        *kept = changed;
    }
    count(world, call.id(0))?;
    Reply::ok(answer)
}

fn list_memories(world: &mut World, call: &Call<'_>) -> Outcome {
    let store = call.id(0);
    world.memory_stores.get(store)?;
    let prefix = call.query("path_prefix").unwrap_or_default();
    let is_below =
        |memory: &&Value| memory["path"].as_str().is_some_and(|path| path.starts_with(&prefix));
    let memories: Vec<Value> =
        of_store(world, store).filter(is_below).map(|memory| view(call, memory, "basic")).collect();
    list(call, memories.iter())
}

fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(1);
    find(world, call)?;
    world.memories.remove(id)?;
    count(world, call.id(0))?;
    Reply::deleted(id, "memory_deleted")
}

fn find<'w>(world: &'w World, call: &Call<'_>) -> Result<&'w Value, Refusal> {
    let (store, id) = (call.id(0), call.id(1));
    world.memory_stores.get(store)?;
    let memory = world.memories.get(id).ok().filter(|memory| memory["memory_store_id"] == store);
    memory.ok_or_else(|| Refusal::missing("Memory", id))
}

fn of_store<'w>(world: &'w World, store: &str) -> impl Iterator<Item = &'w Value> {
    world.memories.iter().filter(move |memory| memory["memory_store_id"] == store)
}

/// Writes what a memory says.
fn write(memory: &mut Value, content: &str, version: u64) {
    memory["content"] = json!(content);
    memory["content_size_bytes"] = json!(content.len());
    memory["version"] = json!(version);
    memory["memory_version_id"] = json!(format!("memver_{version:032x}"));
}

/// What is answered of a memory. The version's number is nobody's business.
fn view(call: &Call<'_>, memory: &Value, default: &str) -> Value {
    let mut memory = without(memory, &["version"]);
    if call.query("view").as_deref().unwrap_or(default) == "basic" {
        memory["content"] = Value::Null;
    }
    memory
}

/// Says in a store how much is in it.
fn count(world: &mut World, store: &str) -> Result<(), Refusal> {
    let sizes = of_store(world, store).filter_map(|memory| memory["content_size_bytes"].as_u64());
    let sizes: Vec<u64> = sizes.collect();
    let store = world.memory_stores.get_mut(store)?;
    store.insert("entry_count".to_owned(), json!(sizes.len()));
    store.insert("total_size".to_owned(), json!(sizes.iter().sum::<u64>()));
    Ok(())
}
