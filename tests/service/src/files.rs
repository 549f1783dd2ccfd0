//! Files, and the links by which they are downloaded.

use serde_json::{Value, json};

use crate::call::Call;
use crate::multipart::parts;
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::list;
use crate::world::{NOW, Route, World};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", "/files", upload),
    ("GET", "/files", list_files),
    ("GET", "/files/*", |world, call| Reply::ok(world.files.get(call.id(0))?.clone())),
    ("GET", "/files/*/content", link),
    ("DELETE", "/files/*", delete),
];

/// Keeps a file. What a session made can be downloaded, what was uploaded cannot.
pub(crate) fn keep(
    world: &mut World,
    name: &str,
    mime_type: &str,
    content: &[u8],
    scope: &Value,
) -> Value {
    let id = world.files.new_id();
    let file = json!({
        "id": id,
        "type": "file",
        "filename": name,
        "mime_type": mime_type,
        "size_bytes": content.len(),
        "downloadable": !scope.is_null(),
        "scope": scope,
        "metadata": {},
        "created_at": NOW
    });
    world.files.add(file.clone());
    world.contents.insert(id, content.to_vec());
    file
}

fn upload(world: &mut World, call: &Call<'_>) -> Outcome {
    let parts = parts(call.seen)?;
    let find = |name: &str| parts.iter().find(|part| part.name == name);
    let part = find("file").ok_or_else(|| Refusal::invalid("Missing required field: file"))?;
    let name = match find("name") {
        Some(name) => name.text()?.to_owned(),
        // Of a path only the last component counts.
        None => part
            .filename
            .as_deref()
            .unwrap_or("unnamed")
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned(),
    };
    let metadata = match find("metadata") {
        Some(metadata) => serde_json::from_slice(metadata.content)
            .map_err(|error| Refusal::invalid(format!("metadata must be an object: {error}")))?,
        None => json!({}),
    };
    let mime_type = part.content_type.as_deref().unwrap_or("application/octet-stream");
    let file = keep(world, &name, mime_type, part.content, &Value::Null);
    let file = world.files.get_mut(file["id"].as_str().unwrap_or_default())?;
    file.insert("metadata".to_owned(), metadata);
    Reply::ok(Value::Object(file.clone()))
}

fn list_files(world: &mut World, call: &Call<'_>) -> Outcome {
    let (ids, name, scope) = (call.queries("ids[]"), call.query("name"), call.query("scope_id"));
    let is_wanted = |file: &&Value| {
        (ids.is_empty() || ids.iter().any(|id| file["id"] == **id))
            && name.as_ref().is_none_or(|name| file["filename"] == **name)
            && scope.as_ref().is_none_or(|scope| file["scope"]["id"] == **scope)
    };
    list(call, world.files.iter().rev().filter(is_wanted))
}

/// Makes a link to the storage, which holds for whoever has it.
fn link(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    if world.files.get(id)?["downloadable"] != true {
        return Err(Refusal::invalid(format!("file {id} cannot be downloaded")));
    }
    let signature = format!("s/{:04}+", world.links.len());
    let url = format!("{}/objects/{id}?Signature=s%2F{:04}%2B", world.storage, world.links.len());
    world.links.insert(signature, id.to_owned());
    Reply::ok(json!({ "url": url, "expires_at": NOW }))
}

fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    world.files.remove(id)?;
    world.contents.remove(id);
    Reply::deleted(id, "file_deleted")
}

/// What the storage has under a link. It takes no credentials but the link's own.
pub(crate) fn stored(world: &World, call: &Call<'_>) -> Outcome {
    if let Some(header) =
        ["authorization", "cookie"].iter().find(|name| call.seen.header(name).is_some())
    {
        return Err(Refusal::invalid(format!("the storage takes no `{header}`")));
    }
    let signature = call.query("Signature").unwrap_or_default();
    let id =
        world.links.get(&signature).ok_or_else(|| Refusal::missing("Link", "of this signature"))?;
    let content = world.contents.get(id).ok_or_else(|| Refusal::missing("File", id))?;
    Ok(Reply::Bytes("application/octet-stream", content.clone()))
}
