//! The API as Rust that people write and generators emit: serde derives for each type, and for each
//! endpoint a method with all of its request and response handling in line.

use std::fmt::Write;

use super::{Shape, modules};

pub(super) const DEPENDENCIES: &str = "bytes = \"1\"\nhttp = \"1\"\npercent-encoding = \"2\"\n\
    serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";

const HEAD: &str = include_str!("twin/head.rs.txt");
const SHARED: &str = include_str!("twin/shared.rs.txt");
const THING: &str = include_str!("twin/thing.rs.txt");
const BODIES: [&str; 2] = [include_str!("twin/create.rs.txt"), include_str!("twin/update.rs.txt")];

const LIST: Method = Method {
    name: "list",
    verb: "GET",
    arguments: "limit: Option<u32>, after: Option<&str>, kind: Option<&Kind{m}>",
    path: r#"        let mut url = format!("{}/m{m}/things{n}", self.base_url);
        let mut query = Vec::new();
        if let Some(limit) = limit {
            query.push(("limit", limit.to_string()));
        }
        if let Some(after) = after {
            query.push(("after", after.to_string()));
        }
        if let Some(kind) = kind {
            query.push(("kind", kind.to_string()));
        }
        crate::push_query(&mut url, &query);
"#,
    headers: "",
    body: "Bytes::new()",
    status: "200",
};

const CREATE: Method = Method {
    name: "create",
    verb: "POST",
    arguments: "body: &Create{n}",
    path: "        let url = format!(\"{}/m{m}/things{n}\", self.base_url);\n",
    headers: "            .header(\"content-type\", \"application/json\")\n",
    body: "serde_json::to_vec(body).map_err(Error::Encode)?.into()",
    status: "201",
};

const RETRIEVE: Method = Method {
    name: "retrieve",
    verb: "GET",
    arguments: "id: &Id{m}, trace: Option<&str>",
    path: "        let url = format!(\"{}/m{m}/things{n}/{}\", self.base_url, crate::encode(&id.0));\n",
    headers: "",
    body: "Bytes::new()",
    status: "200",
};

const UPDATE: Method = Method {
    name: "update",
    verb: "PATCH",
    arguments: "id: &Id{m}, body: &Update{n}",
    path: "        let url = format!(\"{}/m{m}/things{n}/{}\", self.base_url, crate::encode(&id.0));\n",
    headers: "            .header(\"content-type\", \"application/json\")\n",
    body: "serde_json::to_vec(body).map_err(Error::Encode)?.into()",
    status: "200",
};

struct Method {
    name: &'static str,
    verb: &'static str,
    arguments: &'static str,
    path: &'static str,
    headers: &'static str,
    body: &'static str,
    status: &'static str,
}

impl Method {
    fn of(shape: Shape) -> Self {
        match shape {
            Shape::List => LIST,
            Shape::Create => CREATE,
            Shape::Retrieve => RETRIEVE,
            Shape::Update => UPDATE,
        }
    }

    fn write(&self) -> String {
        let Self { name, verb, arguments, path, headers, body, status } = self;
        let trace = if *name == "retrieve" {
            "        if let Some(trace) = trace {\n            request = request.header(\"x-trace\", trace);\n        }\n"
        } else {
            ""
        };
        format!(
            r#"    pub async fn m{{m}}_{name}_{{n}}(&self, {arguments}) -> Result<ResponseValue<Thing{{n}}>, Error> {{
{path}        #[allow(unused_mut)]
        let mut request = http::Request::builder()
            .method(http::Method::{verb})
            .uri(url)
            .header("accept", "application/json")
{headers}            .header("authorization", &self.authorization);
{trace}        let request = request.body({body}).map_err(Error::Request)?;
        let response = self.transport.send(request).await.map_err(Error::Transport)?;
        match response.status().as_u16() {{
            {status} => ResponseValue::decode(response),
            401 => Err(Error::Unauthorized(ResponseValue::decode(response)?)),
            404 => Err(Error::NotFound(ResponseValue::decode(response)?)),
            409 => Err(Error::Conflict(ResponseValue::decode(response)?)),
            _ => Err(Error::Unexpected(response)),
        }}
    }}
"#
        )
    }
}

/// A function for each endpoint that makes the future of the call.
pub(super) fn uses(count: usize) -> String {
    let mut text = "use crate::{Client, Error, ResponseValue};\n\n\
        type Sent<'a, T> = std::pin::Pin<Box<dyn Future<Output = Result<ResponseValue<T>, Error>> + 'a>>;\n"
        .to_owned();
    for (module, endpoints) in modules(count) {
        for endpoint in endpoints {
            let (name, parameters, arguments) = match Shape::of(endpoint) {
                Shape::List => (
                    "list",
                    "limit: u32, after: &'a str, kind: &'a m::Kind{m}",
                    "Some(limit), Some(after), Some(kind)",
                ),
                Shape::Create => ("create", "body: &'a m::Create{n}", "body"),
                Shape::Retrieve => {
                    ("retrieve", "id: &'a m::Id{m}, trace: &'a str", "id, Some(trace)")
                }
                Shape::Update => ("update", "id: &'a m::Id{m}, body: &'a m::Update{n}", "id, body"),
            };
            let parameters = parameters
                .replace("m::", &format!("crate::m{module}::"))
                .replace("{m}", &module.to_string())
                .replace("{n}", &endpoint.to_string());
            let _ = writeln!(
                text,
                "\npub fn {name}_{endpoint}<'a>(client: &'a Client, {parameters}) -> Sent<'a, crate::m{module}::Thing{endpoint}> {{\n\
                 \x20   Box::pin(client.m{module}_{name}_{endpoint}({arguments}))\n}}"
            );
        }
    }
    text
}

/// The crate of an API of `count` endpoints.
pub(super) fn lib(count: usize) -> String {
    let mut text = HEAD.to_owned() + "\n#[cfg(feature = \"uses\")]\npub mod uses;\n";
    for (module, endpoints) in modules(count) {
        let _ = writeln!(text, "\npub mod m{module} {{\n    use super::*;\n");
        text += &SHARED.replace("{m}", &module.to_string());
        let mut methods = String::new();
        for endpoint in endpoints {
            let shape = Shape::of(endpoint);
            let [create, update] = BODIES;
            let body = match shape {
                Shape::Create => create,
                Shape::Update => update,
                Shape::List | Shape::Retrieve => "",
            };
            let fill = |part: &str| {
                part.replace("{m}", &module.to_string()).replace("{n}", &endpoint.to_string())
            };
            text += &fill(THING);
            text += &fill(body);
            methods += &fill(&Method::of(shape).write());
        }
        let _ = writeln!(text, "impl Client {{\n{methods}}}\n}}");
    }
    text
}
