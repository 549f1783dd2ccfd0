//! Vaults, and the credentials in them, whose secrets are never answered.

use serde_json::{Map, Value, json};

use crate::call::{Call, required, take, text};
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::list;
use crate::world::{NOW, Route, World, without};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", "/vaults", create_vault),
    ("GET", "/vaults", |world, call| list(call, world.vaults.iter().rev())),
    ("GET", "/vaults/*", |world, call| Reply::ok(world.vaults.get(call.id(0))?.clone())),
    ("DELETE", "/vaults/*", delete_vault),
    ("POST", "/vaults/*/archive", |world, call| world.vaults.archive(call.id(0))),
    ("POST", "/vaults/*/credentials", create),
    ("GET", "/vaults/*/credentials", list_credentials),
    ("GET", "/vaults/*/credentials/*", |world, call| Reply::ok(find(world, call)?.clone())),
    ("DELETE", "/vaults/*/credentials/*", delete),
    ("POST", "/vaults/*/credentials/*/archive", archive),
];

/// What is never answered.
const SECRETS: [&str; 5] =
    ["access_token", "token", "secret_value", "refresh_token", "client_secret"];

fn create_vault(world: &mut World, call: &Call<'_>) -> Outcome {
    let body = call.object()?;
    let name = text(&body, "display_name")?;
    let vault = json!({
        "id": world.vaults.new_id(),
        "type": "vault",
        "display_name": name,
        "metadata": body.get("metadata").cloned().unwrap_or_else(|| json!({})),
        "archived_at": null,
        "created_at": NOW,
        "updated_at": NOW
    });
    world.vaults.add(vault.clone());
    // Only the answer to a creation has this.
    let mut answer = vault;
    answer["credentials"] = json!([]);
    Reply::created(answer)
}

fn delete_vault(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    world.vaults.remove(id)?;
    world.credentials.remove_where("vault_id", id);
    Reply::deleted(id, "vault_deleted")
}

fn create(world: &mut World, call: &Call<'_>) -> Outcome {
    let vault = call.id(0);
    world.vaults.get(vault)?;
    let body = call.object()?;
    let auth = required(&body, "auth")?;
    check_auth(auth)?;
    let mut credential = json!({
        "id": world.credentials.new_id(),
        "type": "vault_credential",
        "vault_id": vault,
        "auth": public(auth),
        "display_name": null,
        "metadata": {},
        "archived_at": null,
        "created_at": NOW,
        "updated_at": NOW
    });
    if let Some(credential) = credential.as_object_mut() {
        take(&body, &["display_name", "metadata"], credential);
    }
    world.credentials.add(credential.clone());
    Reply::created(credential)
}

/// What each type of credential has to have.
fn check_auth(auth: &Value) -> Result<(), Refusal> {
    let empty = Map::new();
    let fields = auth.as_object().unwrap_or(&empty);
    let needed: &[&str] = match text(fields, "type")? {
        "mcp_oauth" => &["mcp_server_url", "access_token"],
        "static_bearer" => &["mcp_server_url", "token"],
        "environment_variable" => &["secret_name", "secret_value"],
        other => return Err(Refusal::invalid(format!("`{other}` is no type of credential"))),
    };
    required_all(fields, needed)?;
    if auth["type"] == "environment_variable" {
        required(fields, "networking")?;
    }
    Ok(())
}

fn required_all(fields: &Map<String, Value>, keys: &[&str]) -> Result<(), Refusal> {
    keys.iter().try_for_each(|key| text(fields, key).map(drop))
}

/// A credential without its secrets.
fn public(auth: &Value) -> Value {
    let mut auth = without(auth, &SECRETS);
    if let Some(refresh) = auth.get_mut("refresh") {
        *refresh = without(refresh, &SECRETS);
        if let Some(client) = refresh.get_mut("token_endpoint_auth") {
            *client = without(client, &SECRETS);
        }
    }
    if auth["type"] == "environment_variable" && auth["injection_location"].is_null() {
        auth["injection_location"] = json!({ "header": true, "body": false });
    }
    auth
}

fn list_credentials(world: &mut World, call: &Call<'_>) -> Outcome {
    let vault = call.id(0);
    world.vaults.get(vault)?;
    list(call, world.credentials.iter().rev().filter(|credential| credential["vault_id"] == vault))
}

fn archive(world: &mut World, call: &Call<'_>) -> Outcome {
    find(world, call)?;
    world.credentials.archive(call.id(1))
}

fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    find(world, call)?;
    world.credentials.remove(call.id(1))?;
    Reply::deleted(call.id(1), "vault_credential_deleted")
}

fn find<'w>(world: &'w World, call: &Call<'_>) -> Result<&'w Value, Refusal> {
    let (vault, id) = (call.id(0), call.id(1));
    world.vaults.get(vault)?;
    let credential = world.credentials.get(id).ok().filter(|found| found["vault_id"] == vault);
    credential.ok_or_else(|| Refusal::missing("Credential", id))
}
