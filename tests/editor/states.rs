//! States of the editor: what is typed, what is asked, and what must come of it.

use crate::project::{Project, TEXT};

/// What is asked at a place, which is a piece of the text with a `$` in it.
enum Ask {
    /// What is shown has this text.
    Hover(&'static str, &'static str),
    /// The place leads to these lines.
    Definition(&'static str, &'static [&'static str]),
    /// What is at the place is used in these lines.
    References(&'static str, &'static [&'static str]),
    /// After a renaming to this name the text has these lines.
    Rename(&'static str, &'static str, &'static [&'static str]),
    /// What is offered has these names.
    Completion(&'static str, &'static [&'static str]),
}

pub struct State {
    pub name: &'static str,
    /// What is in the place of what while somebody is typing.
    typed: Option<(&'static str, &'static str)>,
    ask: Ask,
}

impl State {
    /// Brings the file to the state, and asks.
    pub fn check(&self, project: &mut Project) -> Result<(), String> {
        let text = match self.typed {
            Some((from, to)) => {
                assert_eq!(TEXT.matches(from).count(), 1, "{}: `{from}`", self.name);
                TEXT.replace(from, to)
            }
            None => TEXT.to_owned(),
        };
        project.set(text);
        match self.ask {
            Ask::Hover(place, expected) => {
                let shown = project.hover(place);
                if shown.contains(expected) { Ok(()) } else { Err(format!("shows {shown:?}")) }
            }
            Ask::Definition(place, expected) => {
                let found = project.definition(place);
                same(&project.lines(&found), expected)
            }
            Ask::References(place, expected) => {
                let found = project.references(place);
                same(&project.lines(&found), expected)
            }
            Ask::Rename(place, name, expected) => {
                let text = project.rename(place, name)?;
                let changed: Vec<String> = text
                    .lines()
                    .zip(TEXT.lines())
                    .filter(|(now, before)| now != before)
                    .map(|(now, _)| now.trim().to_owned())
                    .collect();
                same(&changed, expected)
            }
            Ask::Completion(place, expected) => {
                let offered = project.completion(place);
                let missing: Vec<_> = expected
                    .iter()
                    .filter(|name| !offered.iter().any(|label| label.starts_with(**name)))
                    .collect();
                if missing.is_empty() {
                    Ok(())
                } else {
                    Err(format!(
                        "{missing:?} are not in {:?}",
                        offered.iter().take(30).collect::<Vec<_>>()
                    ))
                }
            }
        }
    }
}

fn same(found: &[String], expected: &[&str]) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("found {found:#?}")) }
}

/// A state in which nobody is typing.
fn at_rest(name: &'static str, ask: Ask) -> State {
    State { name, typed: None, ask }
}

/// A state in which `to` stands in the place of `from`.
fn typing(name: &'static str, from: &'static str, to: &'static str, ask: Ask) -> State {
    State { name, typed: Some((from, to)), ask }
}

pub fn all() -> Vec<State> {
    [shown(), followed(), used(), offered(), half_typed()].into_iter().flatten().collect()
}

/// What an editor shows.
fn shown() -> Vec<State> {
    vec![
        at_rest("a type shows its docs", Ask::Hover("-> 200 P$et", "A pet of the shop.")),
        at_rest(
            "a field shows its docs",
            Ask::Hover("            na$me: String,", "What it is called."),
        ),
        at_rest("an endpoint shows its docs", Ask::Hover("as fi$nd", "Finds a pet.")),
        at_rest(
            "a method call shows the endpoint",
            Ask::Hover(".fi$nd(\"pet_1\")", "GET /v1/pets/{id}"),
        ),
        at_rest("a type of the prelude", Ask::Hover("            name: Str$ing,", "String")),
        at_rest("an error code", Ask::Hover("429 rate_li$mited", "RateLimited")),
        at_rest("a keyword of an item", Ask::Hover("str$uct Pet {", "fields")),
        at_rest("a keyword of a section", Ask::Hover("que$ry {", "query")),
        at_rest("a scheme", Ask::Hover("auth bea$rer", "RFC 6750")),
        at_rest("a method", Ask::Hover("GE$T /v1", "safe")),
    ]
}

/// Where things are declared.
fn followed() -> Vec<State> {
    vec![
        at_rest(
            "from a type's use to its declaration",
            Ask::Definition("mood?: Mo$od", &["enum Mood { happy, sad }"]),
        ),
        at_rest(
            "from an endpoint's call to its heading",
            Ask::Definition(".cre$ate(\"Rex\")", &["POST /v1/pets as create {"]),
        ),
        at_rest(
            "from a setter to the field",
            Ask::Definition(
                ".fri$end(pet.id)",
                &["body { name: String in 1..=64, friend?: PetId }"],
            ),
        ),
        at_rest(
            "from a field's use to its declaration",
            Ask::Definition("pet.na$me", &["name: String,"]),
        ),
        at_rest(
            "from a variant's use to its declaration",
            Ask::Definition(
                "Failure::RateLi$mited",
                &["errors { 404 not_found, 429 rate_limited }"],
            ),
        ),
        at_rest(
            "from a module's use to its declaration",
            Ask::Definition("let pet: pe$ts::Pet", &["mod pets {"]),
        ),
    ]
}

/// Where things are used, and what renaming changes.
fn used() -> Vec<State> {
    vec![
        at_rest(
            "all uses of a type",
            Ask::References(
                "struct PetI$d",
                &[
                    "id: PetId,",
                    "struct PetId(String in \"^pet_\");",
                    "GET /v1/pets/{id: PetId} as find {",
                    "body { name: String in 1..=64, friend?: PetId }",
                ],
            ),
        ),
        at_rest(
            "all uses of an endpoint",
            Ask::References(
                "as fi$nd",
                &[
                    "GET /v1/pets/{id: PetId} as find {",
                    "let pet: pets::Pet = shop.pets().find(\"pet_1\").send().await?;",
                ],
            ),
        ),
        at_rest(
            "a type is renamed",
            Ask::Rename(
                "enum Mo$od",
                "Temper",
                &[
                    "mood?: Temper,",
                    "enum Temper { happy, sad }",
                    "Some(pets::Temper::Happy) => Ok(made.name),",
                ],
            ),
        ),
        at_rest(
            "an endpoint is renamed",
            Ask::Rename(
                "as fi$nd",
                "look_up",
                &[
                    "GET /v1/pets/{id: PetId} as look_up {",
                    "let pet: pets::Pet = shop.pets().look_up(\"pet_1\").send().await?;",
                ],
            ),
        ),
        at_rest(
            "a field is renamed",
            Ask::Rename(
                "            na$me: String,",
                "title",
                &[
                    "title: String,",
                    "Some(pets::Mood::Happy) => Ok(made.title),",
                    "_ => Ok(pet.title),",
                ],
            ),
        ),
    ]
}

/// What is offered while somebody is typing.
fn offered() -> Vec<State> {
    vec![
        typing(
            "types are offered for a field",
            "mood?: Mood,",
            "mood?: Mo,",
            Ask::Completion("mood?: Mo$", &["Mood"]),
        ),
        typing(
            "types are offered for a response",
            "-> 201 Pet",
            "-> 201 Pe",
            Ask::Completion("-> 201 Pe$", &["Pet", "PetId"]),
        ),
        typing(
            "keywords are offered for a section",
            "query { fields?: [String] }",
            "que",
            Ask::Completion("            que$", &["query"]),
        ),
        typing(
            "methods and keywords are offered for an item",
            "        /// Finds a pet.\n",
            "        st\n        /// Finds a pet.\n",
            Ask::Completion("        st$\n", &["struct", "POST"]),
        ),
        typing(
            "attributes are offered",
            "        POST /v1/pets as create {",
            "        #[pag]\n        POST /v1/pets as create {",
            Ask::Completion("#[pag$]", &["paginate"]),
        ),
        typing(
            "endpoints are offered while another is typed",
            "        POST /v1/pets as create {",
            "        DELETE /v1/\n        POST /v1/pets as create {",
            Ask::Completion("shop.pets().$find", &["find", "create"]),
        ),
    ]
}

/// What is still known while a part is not there yet.
fn half_typed() -> Vec<State> {
    vec![
        typing(
            "a half-typed field",
            "mood?: Mood,",
            "mood?",
            Ask::Hover(".fi$nd(\"pet_1\")", "Finds a pet."),
        ),
        typing(
            "a field without its type",
            "mood?: Mood,",
            "mood?: ",
            Ask::Definition("let pet: pets::P$et", &["struct Pet {"]),
        ),
        typing(
            "a half-typed section",
            "query { fields?: [String] }",
            "quer",
            Ask::Hover(".cre$ate(\"Rex\")", "POST /v1/pets"),
        ),
        typing(
            "a half-typed section, and its own endpoint",
            "query { fields?: [String] }",
            "quer",
            Ask::Hover(".fi$nd(\"pet_1\")", "Finds a pet."),
        ),
        typing(
            "a half-typed item",
            "        enum Mood { happy, sad }",
            "        enum Mood { happy, sad }\n        struct",
            Ask::Hover(".fi$nd(\"pet_1\")", "Finds a pet."),
        ),
        typing(
            "a half-typed path",
            "POST /v1/pets as create {",
            "POST /v1/pets/{} as create {",
            Ask::Hover(".fi$nd(\"pet_1\")", "Finds a pet."),
        ),
        typing(
            "a heading without a name",
            "POST /v1/pets as create {",
            "POST /v1/pets {",
            Ask::Hover(".fi$nd(\"pet_1\")", "Finds a pet."),
        ),
        typing(
            "an unknown type",
            "friend?: PetId",
            "friend?: PetIdx",
            Ask::Definition(".cre$ate(\"Rex\")", &["POST /v1/pets as create {"]),
        ),
        typing(
            "a half-typed error code",
            "errors { 410 buried }",
            "errors { 41 }",
            Ask::Hover(".fi$nd(\"pet_1\")", "Finds a pet."),
        ),
        typing(
            "a half-typed constraint",
            "String in 1..=64",
            "String in ",
            Ask::Hover(".fi$nd(\"pet_1\")", "Finds a pet."),
        ),
    ]
}
