//! Things of one kind, in the order in which they came, and the pages that they are listed on.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::reply::{Outcome, Refusal, Reply};
use crate::world::NOW;

/// What the ids start to count from: the number in the page's session.
const FIRST_ID: u128 = 0x019e_3bb1_e8c1_71fd_9abb_b147_7ffb_84cc;
/// The size of a page where nothing is said, and at most.
const PAGE: usize = 20;
const MAX_PAGE: usize = 100;

/// Things of one kind, each an object with an `id`.
#[derive(Debug)]
pub(crate) struct Shelf {
    /// What the things are called in errors.
    what: &'static str,
    prefix: &'static str,
    things: Vec<Value>,
    made: u128,
}

impl Shelf {
    pub(crate) fn new(what: &'static str, prefix: &'static str) -> Self {
        Self { what, prefix, things: Vec::new(), made: 0 }
    }

    /// An id that no thing has had.
    pub(crate) fn new_id(&mut self) -> String {
        let id = format!("{}{:032x}", self.prefix, FIRST_ID + self.made);
        self.made += 1;
        id
    }

    pub(crate) fn add(&mut self, thing: Value) {
        self.things.push(thing);
    }

    /// All things, the oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Value> {
        self.things.iter()
    }

    pub(crate) fn get(&self, id: &str) -> Result<&Value, Refusal> {
        self.things.iter().find(|thing| thing["id"] == id).ok_or_else(|| self.missing(id))
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Result<&mut Map<String, Value>, Refusal> {
        let missing = self.missing(id);
        let thing = self.things.iter_mut().find(|thing| thing["id"] == id);
        thing.and_then(Value::as_object_mut).ok_or(missing)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Result<Value, Refusal> {
        let place = self.things.iter().position(|thing| thing["id"] == id);
        place.map(|place| self.things.remove(place)).ok_or_else(|| self.missing(id))
    }

    /// Removes all things that have this in a field.
    pub(crate) fn remove_where(&mut self, key: &str, value: &str) {
        self.things.retain(|thing| thing[key] != value);
    }

    /// Says of a thing that it is archived.
    pub(crate) fn archive(&mut self, id: &str) -> Outcome {
        let thing = self.get_mut(id)?;
        thing.insert("archived_at".to_owned(), json!(NOW));
        Reply::ok(Value::Object(thing.clone()))
    }

    fn missing(&self, id: &str) -> Refusal {
        Refusal::missing(self.what, id)
    }
}

/// A page of things, those without the archived ones unless they are asked for.
pub(crate) fn list<'a>(call: &Call<'_>, things: impl Iterator<Item = &'a Value>) -> Outcome {
    let archived_too = call.query("include_archived").as_deref() == Some("true");
    let is_listed =
        |thing: &&Value| archived_too || thing.get("archived_at").is_none_or(Value::is_null);
    let things: Vec<&Value> = things.filter(is_listed).collect();
    let limit = limit(call)?;
    let start = start(call, &things)?;
    let rest = things.get(start..).unwrap_or_default();
    let page = rest.get(..limit).unwrap_or(rest);
    let id = |thing: Option<&&Value>| thing.map_or(Value::Null, |thing| thing["id"].clone());
    let last = id(page.last());
    let has_more = page.len() < rest.len();
    let next = last.as_str().filter(|_| has_more).map(|last| format!("after={last}"));
    Reply::ok(json!({
        "data": page,
        "next_page": next,
        "has_more": has_more,
        "first_id": id(page.first()),
        "last_id": last,
    }))
}

fn limit(call: &Call<'_>) -> Result<usize, Refusal> {
    match call.query("limit").map(|limit| limit.parse::<usize>()) {
        None => Ok(PAGE),
        Some(Ok(limit)) if limit > 0 => Ok(limit.min(MAX_PAGE)),
        Some(_) => Err(Refusal::invalid("limit must be an integer of at least 1")),
    }
}

/// Where a page starts: behind the thing that the cursor names.
fn start(call: &Call<'_>, things: &[&Value]) -> Result<usize, Refusal> {
    let cursor = match call.query("page") {
        None => call.query("after_id"),
        Some(page) => match page.strip_prefix("after=") {
            Some(id) => Some(id.to_owned()),
            None => return Err(Refusal::invalid("the cursor is invalid")),
        },
    };
    let Some(cursor) = cursor else { return Ok(0) };
    let place = things.iter().position(|thing| thing["id"] == cursor);
    place.map(|place| place + 1).ok_or_else(|| Refusal::invalid("the cursor is invalid"))
}
