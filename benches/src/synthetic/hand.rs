//! The made-up API as one would write it by hand: serde derives, and a method for each endpoint that
//! makes the request, sends it, looks at the status and decodes the body.
//!
//! It is the cheap way to do it by hand: enums are closed, unknown fields are dropped, no constraint
//! is checked, times are text.

use std::fmt::Write as _;

use super::{Field, File, Kind, STATES};

/// The versions are those of the workspace's lock file, which is copied beside the manifest.
const DEPENDENCIES: &str = r#"
[dependencies]
bytes = "1"
http = "1"
percent-encoding = "2"
serde = { version = "1", features = ["derive"] }
serde_json = "1"

[workspace]
"#;

/// The client, its errors and what its methods share.
const CLIENT: &str = r"use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use serde::{Deserialize, Serialize};

pub type BoxError = Box<dyn std::error::Error + Send + Sync>;
pub type Sending = Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, BoxError>> + Send>>;

pub trait Transport: Send + Sync {
    fn send(&self, request: http::Request<Bytes>) -> Sending;
}

#[derive(Clone)]
pub struct Things {
    pub base_url: String,
    pub authorization: http::HeaderValue,
    pub transport: Arc<dyn Transport>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiError {
    pub error: ErrorDetail,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErrorDetail {
    pub r#type: String,
    pub message: String,
}

#[derive(Debug)]
pub enum Error {
    Encode(serde_json::Error),
    Request(http::Error),
    Transport(BoxError),
    Decode(serde_json::Error, http::Response<Bytes>),
    InvalidRequest(ApiError),
    Authentication(ApiError),
    NotFound(ApiError),
    Unexpected(http::Response<Bytes>),
}

pub(crate) fn push_query(url: &mut String, name: &str, value: &str) {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    url.push(if url.contains('?') { '&' } else { '?' });
    url.extend(utf8_percent_encode(name, NON_ALPHANUMERIC));
    url.push('=');
    url.extend(utf8_percent_encode(value, NON_ALPHANUMERIC));
}

";

/// The files of the crate.
#[must_use]
pub fn files(endpoints: usize) -> Vec<File> {
    let resources = super::resources(endpoints);
    let manifest = format!(
        "[package]\nname = \"hand-{endpoints}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n{DEPENDENCIES}"
    );
    let mut client = String::from(CLIENT);
    for name in &resources {
        let _ = writeln!(client, "pub mod {name};");
    }
    client.push_str("pub mod uses;\n");
    let mut files = vec![
        ("Cargo.toml".to_owned(), manifest),
        ("src/lib.rs".to_owned(), client),
        ("src/uses.rs".to_owned(), uses(&resources)),
    ];
    files.extend(resources.iter().map(|name| (format!("src/{name}.rs"), resource(name))));
    files
}

fn resource(name: &str) -> String {
    let mut text = String::from(
        "use std::collections::BTreeMap;\n\nuse bytes::Bytes;\nuse http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};\n\
         use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};\n\
         use serde::{Deserialize, Serialize};\n\nuse crate::{Error, Things, push_query};\n\n",
    );
    text.push_str(&state());
    for item in super::structs() {
        text.push_str(&structure(
            item.name,
            &item.fields,
            "Debug, Clone, PartialEq, Serialize, Deserialize",
        ));
    }
    let request = "Debug, Clone, PartialEq, Default, Serialize";
    text.push_str(&structure("Create", &super::create_body(), request));
    text.push_str(&structure("Update", &super::update_body(), request));
    text.push_str(&structure("List", &super::list_query(), "Debug, Clone, PartialEq, Default"));
    text.push_str("impl Things {\n");
    let at_id = "/{}\", utf8_percent_encode(id, NON_ALPHANUMERIC)";
    text.push_str(&method(name, "create", "POST", "\"", "body: &Create", 201, "Thing"));
    text.push_str(&method(name, "list", "GET", "\"", "query: &List", 200, "Page"));
    text.push_str(&method(name, "retrieve", "GET", at_id, "id: &str", 200, "Thing"));
    text.push_str(&method(name, "update", "POST", at_id, "id: &str, body: &Update", 200, "Thing"));
    text.push_str(&method(name, "delete", "DELETE", at_id, "id: &str", 200, "Deleted"));
    text.push_str("}\n");
    text
}

/// The enum.
fn state() -> String {
    let mut text = String::from(
        "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]\n\
         #[serde(rename_all = \"snake_case\")]\npub enum State {\n",
    );
    for value in STATES {
        let (first, rest) = value.split_at(1);
        let _ = writeln!(text, "    {}{rest},", first.to_uppercase());
    }
    text.push_str("}\n\n");
    text
}

fn structure(name: &str, fields: &[Field], derives: &str) -> String {
    let mut text = format!("#[derive({derives})]\npub struct {name} {{\n");
    for field in fields {
        let mut ty = ty(field.kind);
        if field.optional {
            ty = format!("Option<{ty}>");
            if derives.contains("Serialize") {
                text.push_str("    #[serde(skip_serializing_if = \"Option::is_none\")]\n");
            }
        }
        let _ = writeln!(text, "    /// {}\n    pub {}: {ty},", field.words(), field.name);
    }
    text.push_str("}\n\n");
    text
}

fn ty(kind: Kind) -> String {
    match kind {
        Kind::Text | Kind::Id | Kind::Time => "String".into(),
        Kind::Count => "u32".into(),
        Kind::Integer => "i64".into(),
        Kind::Number => "f64".into(),
        Kind::Flag => "bool".into(),
        Kind::State => "State".into(),
        Kind::Texts => "Vec<String>".into(),
        Kind::Labels => "BTreeMap<String, String>".into(),
        Kind::Struct(name) => name.into(),
        Kind::Structs(name) => format!("Vec<{name}>"),
    }
}

/// A method. `tail` ends the format string of the URL and gives its arguments.
fn method(
    resource: &str,
    name: &str,
    verb: &str,
    tail: &str,
    arguments: &str,
    status: u16,
    output: &str,
) -> String {
    let mut text = format!(
        "    pub async fn {resource}_{name}(&self, {arguments}) -> Result<{output}, Error> {{\n"
    );
    let mutable = if arguments.contains("query") { "mut " } else { "" };
    let tail = tail.strip_prefix('"').map_or_else(
        || tail.replacen("\",", "\", self.base_url,", 1),
        |rest| format!("\", self.base_url{rest}"),
    );
    let _ = writeln!(text, "        let {mutable}url = format!(\"{{}}/{resource}{tail});");
    if arguments.contains("query") {
        text.push_str(&query());
    }
    let has_body = arguments.contains("body");
    let _ = write!(
        text,
        "        let request = http::Request::builder()\n            .method(http::Method::{verb})\n            \
         .uri(url)\n            .header(AUTHORIZATION, &self.authorization)\n            \
         .header(ACCEPT, \"application/json\")"
    );
    if has_body {
        text.push_str(
            "\n            .header(CONTENT_TYPE, \"application/json\")\n            \
             .body(Bytes::from(serde_json::to_vec(body).map_err(Error::Encode)?))",
        );
    } else {
        text.push_str("\n            .body(Bytes::new())");
    }
    let _ = write!(
        text,
        "\n            .map_err(Error::Request)?;
        let response = self.transport.send(request).await.map_err(Error::Transport)?;
        match response.status().as_u16() {{
            {status} => match serde_json::from_slice(response.body()) {{
                Ok(value) => Ok(value),
                Err(error) => Err(Error::Decode(error, response)),
            }},
            400 => match serde_json::from_slice(response.body()) {{
                Ok(error) => Err(Error::InvalidRequest(error)),
                Err(error) => Err(Error::Decode(error, response)),
            }},
            401 => match serde_json::from_slice(response.body()) {{
                Ok(error) => Err(Error::Authentication(error)),
                Err(error) => Err(Error::Decode(error, response)),
            }},
            404 => match serde_json::from_slice(response.body()) {{
                Ok(error) => Err(Error::NotFound(error)),
                Err(error) => Err(Error::Decode(error, response)),
            }},
            _ => Err(Error::Unexpected(response)),
        }}
    }}\n\n"
    );
    text
}

fn query() -> String {
    let mut text = String::new();
    for field in super::list_query() {
        let name = &field.name;
        let value = match field.kind {
            Kind::Text => "value".to_owned(),
            Kind::State => {
                "&serde_json::to_value(value).map_err(Error::Encode)?.as_str().unwrap_or_default()"
                    .to_owned()
            }
            _ => "&value.to_string()".to_owned(),
        };
        let _ = writeln!(
            text,
            "        if let Some(value) = &query.{name} {{\n            push_query(&mut url, {name:?}, {value});\n        }}"
        );
    }
    text
}

/// A function for each resource that calls its endpoints, as an application would.
fn uses(resources: &[String]) -> String {
    let mut text = String::from("use crate::{Error, Things};\n");
    for name in resources {
        let required: Vec<String> =
            super::create_body().iter().filter(|field| !field.optional).map(argument).collect();
        let required = required.join(", ");
        let _ = write!(
            text,
            "\npub async fn {name}(client: &Things) -> Result<usize, Error> {{\n    \
             use crate::{name}::{{Create, List, Update}};\n    \
             let create = Create {{ {required}, text_1: Some(\"b\".into()), count_2: Some(3), ..Create::default() }};\n    \
             let thing = client.{name}_create(&create).await?;\n    \
             let list = List {{ limit: Some(10), page: Some(\"p\".into()), ..List::default() }};\n    \
             let page = client.{name}_list(&list).await?;\n    \
             let again = client.{name}_retrieve(&thing.id).await?;\n    \
             let update = Update {{ text_1: Some(\"c\".into()), ..Update::default() }};\n    \
             let newer = client.{name}_update(&again.id, &update).await?;\n    \
             let gone = client.{name}_delete(&newer.id).await?;\n    \
             Ok(page.data.len() + usize::from(gone.deleted))\n}}\n"
        );
    }
    text
}

fn argument(field: &Field) -> String {
    let value = match field.kind {
        Kind::Flag => "true",
        Kind::Integer => "7",
        _ => "\"a\".into()",
    };
    format!("{}: {value}", field.name)
}
