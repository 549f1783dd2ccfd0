//! The made-up API as a spec, and the crate that uses its client.

use std::fmt::Write as _;

use super::{Field, File, Kind, STATES};

/// The files of a crate that generates the client from a spec and uses every endpoint. `runtime` is
/// the path of the crate `callsheet`.
#[must_use]
pub fn files(endpoints: usize, runtime: &str) -> Vec<File> {
    let resources = super::resources(endpoints);
    let manifest = format!(
        "[package]\nname = \"spec-{endpoints}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\ncallsheet = {{ path = {runtime:?} }}\n\n[workspace]\n"
    );
    let mut files = vec![
        ("Cargo.toml".to_owned(), manifest),
        (
            "src/lib.rs".to_owned(),
            "callsheet::client!(\"api.callsheet\");\n\npub mod uses;\n".into(),
        ),
        ("src/uses.rs".to_owned(), uses(&resources)),
        ("api.callsheet".to_owned(), api(&resources)),
    ];
    let resource = |name: &String| (format!("{name}.callsheet"), resource(name));
    files.extend(resources.iter().map(resource));
    files
}

fn api(resources: &[String]) -> String {
    let mut text = String::from(
        r#"api Things {
    server "https://api.things.example" for /v1
    auth bearer = env("THINGS_TOKEN")
    errors { 400 invalid_request_error, 401 authentication_error, 404 not_found_error }
}

#[error(code = error.type, message = error.message)]
struct ApiError { error: ErrorDetail }
struct ErrorDetail { type: String, message: String }

"#,
    );
    for name in resources {
        let _ = writeln!(text, "mod {name};");
    }
    text
}

fn resource(name: &str) -> String {
    let mut text = String::from("struct ThingId(String in \"^thing_\");\n\n");
    let _ = writeln!(text, "enum State {{ {} }}\n", STATES.join(", "));
    for item in super::structs() {
        let _ = writeln!(text, "struct {} {{\n{}}}\n", item.name, fields(&item.fields, "    "));
    }
    let (create, update) = (super::create_body(), super::update_body());
    let (create, update) = (fields(&create, "        "), fields(&update, "        "));
    let query = fields(&super::list_query(), "        ");
    let _ = write!(
        text,
        "/// Creates a thing.\nPOST /v1/{name} as create {{\n    body {{\n{create}    }}\n    \
         -> 201 Thing\n}}\n\n\
         /// Lists the things.\nGET /v1/{name} as list {{\n    query {{\n{query}    }}\n    \
         -> 200 Page\n}}\n\n\
         /// Retrieves a thing.\nGET /v1/{name}/{{id: ThingId}} as retrieve {{ -> 200 Thing }}\n\n\
         /// Updates a thing.\nPOST /v1/{name}/{{id: ThingId}} as update {{\n    body {{\n{update}    \
         }}\n    -> 200 Thing\n}}\n\n\
         /// Deletes a thing.\nDELETE /v1/{name}/{{id: ThingId}} as delete {{ -> 200 Deleted }}\n"
    );
    text
}

fn fields(fields: &[Field], indent: &str) -> String {
    let mut text = String::new();
    for field in fields {
        let (name, mark) = (&field.name, if field.optional { "?" } else { "" });
        let ty = ty(field.kind);
        let _ = writeln!(text, "{indent}/// {}\n{indent}{name}{mark}: {ty},", field.words());
    }
    text
}

fn ty(kind: Kind) -> String {
    match kind {
        Kind::Text => "String".into(),
        Kind::Id => "ThingId".into(),
        Kind::Count => "u32 in 1..=1000".into(),
        Kind::Integer => "i64".into(),
        Kind::Number => "f64".into(),
        Kind::Flag => "bool".into(),
        Kind::Time => "DateTime".into(),
        Kind::State => "State".into(),
        Kind::Texts => "[String]".into(),
        Kind::Labels => "Map<String, String>".into(),
        Kind::Struct(name) => name.into(),
        Kind::Structs(name) => format!("[{name}]"),
    }
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
             let {name} = client.{name}();\n    \
             let thing = {name}.create({required}).text_1(\"b\").count_2(3).send().await?;\n    \
             let page = {name}.list().limit(10).page(\"p\").send().await?;\n    \
             let again = {name}.retrieve(thing.id.clone()).send().await?;\n    \
             let newer = {name}.update(again.id).text_1(\"c\").send().await?;\n    \
             let gone = {name}.delete(newer.id).send().await?;\n    \
             Ok(page.data.len() + usize::from(gone.deleted))\n}}\n"
        );
    }
    text
}

fn argument(field: &Field) -> String {
    match field.kind {
        Kind::Flag => "true".into(),
        Kind::Integer => "7".into(),
        _ => "\"a\"".into(),
    }
}
