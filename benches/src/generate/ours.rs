//! The API as a spec.

use std::fmt::Write;

use super::{Shape, modules};

pub(super) const LIB: &str =
    "callsheet::client!(\"api.callsheet\");\n\n#[cfg(feature = \"uses\")]\npub mod uses;\n";

const HEAD: &str = r#"api Big {
    server "https://api.example.com" for /v1
    auth bearer = env("BIG_TOKEN")
    errors { 401 unauthorized, 404 not_found, 409 conflict }
}

#[error(code = error.code, message = error.message)]
struct ApiError { error: ErrorDetail }
struct ErrorDetail { code: String, message: String }
"#;

const SHARED: &str = r"    struct Id{m}(String);
    enum Kind{m} { active, paused, done }
    struct Owner{m} { id: Id{m}, name: String, level?: u32 }
    struct Place{m} { street: String, city?: String, on: bool }
";

const THING: &str = r"    struct Thing{n} {
        id: Id{m},
        name: String,
        kind: Kind{m},
        note?: String,
        count: u64,
        ratio?: f64,
        tags: [String],
        labels?: Map<String, String>,
        owner?: Owner{m},
        places?: [Place{m}],
    }
";

const LIST: &str = r"    GET /v1/m{m}/things{n} as list_{n} {
        query { limit?: u32, after?: String, kind?: Kind{m} }
        -> 200 Thing{n}
    }
";

const CREATE: &str = r"    POST /v1/m{m}/things{n} as create_{n} {
        body { name: String, kind: Kind{m}, note?: String, tags?: [String], place?: Place{m} }
        -> 201 Thing{n}
    }
";

const RETRIEVE: &str = r"    GET /v1/m{m}/things{n}/{id: Id{m}} as retrieve_{n} {
        header { X-Trace?: String }
        -> 200 Thing{n}
    }
";

const UPDATE: &str = r"    PATCH /v1/m{m}/things{n}/{id: Id{m}} as update_{n} {
        body { name?: String, kind?: Kind{m}, count?: u64, labels?: Map<String, String>, owner?: Owner{m} }
        -> 200 Thing{n}
    }
";

/// A function for each endpoint that sets everything and makes the future of the call.
pub(super) fn uses(count: usize) -> String {
    let mut text = "use crate::Big;\nuse crate::Error;\nuse std::collections::BTreeMap;\n\n\
        type Sent<T> = std::pin::Pin<Box<dyn Future<Output = Result<T, Error>>>>;\n"
        .to_owned();
    for (module, endpoints) in modules(count) {
        for endpoint in endpoints {
            let (name, parameters, required, setters) = match Shape::of(endpoint) {
                Shape::List => (
                    "list",
                    "limit: u32, after: String, kind: m::Kind",
                    "",
                    ".limit(limit).after(after).kind(kind)",
                ),
                Shape::Create => (
                    "create",
                    "name: String, kind: m::Kind, note: String, tags: Vec<String>, place: m::Place",
                    "name, kind",
                    ".note(note).tags(tags).place(place)",
                ),
                Shape::Retrieve => {
                    ("retrieve", "id: m::Id, trace: String", "id", ".x_trace(trace)")
                }
                Shape::Update => (
                    "update",
                    "id: m::Id, name: String, kind: m::Kind, count: u64, labels: BTreeMap<String, String>, owner: m::Owner",
                    "id",
                    ".name(name).kind(kind).count(count).labels(labels).owner(owner)",
                ),
            };
            let mut parameters = parameters.to_owned();
            for shared in ["Kind", "Place", "Id", "Owner"] {
                let (from, to) =
                    (format!("m::{shared}"), format!("crate::m{module}::{shared}{module}"));
                parameters = parameters.replace(&from, &to);
            }
            let _ = writeln!(
                text,
                "\npub fn {name}_{endpoint}(client: &Big, {parameters}) -> Sent<crate::m{module}::Thing{endpoint}> {{\n\
                 \x20   Box::pin(client.m{module}().{name}_{endpoint}({required}){setters}.send())\n}}"
            );
        }
    }
    text
}

/// The spec of an API of `count` endpoints.
pub(super) fn spec(count: usize) -> String {
    let mut text = HEAD.to_owned();
    for (module, endpoints) in modules(count) {
        let _ = writeln!(text, "\nmod m{module} {{");
        text += &SHARED.replace("{m}", &module.to_string());
        for endpoint in endpoints {
            let method = match Shape::of(endpoint) {
                Shape::List => LIST,
                Shape::Create => CREATE,
                Shape::Retrieve => RETRIEVE,
                Shape::Update => UPDATE,
            };
            for part in [method, THING] {
                text +=
                    &part.replace("{m}", &module.to_string()).replace("{n}", &endpoint.to_string());
            }
        }
        text += "}\n";
    }
    text
}
