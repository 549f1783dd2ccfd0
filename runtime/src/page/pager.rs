//! The walk along the pages, whatever is on them: one page at a time, when it is asked for.

use std::task::{Context, Poll, ready};

use http::Uri;

use super::seen::Seen;
use super::{PageStep, Paging, link};
use crate::call::{Answer, Execution, dispatch, write};
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::locate::{at, count, cursor_text, field_text, set_cursor, text_at};
use crate::operation::Operation;
use crate::options::CallOptions;
use crate::request::of_view;
use crate::response::Head;
use crate::shorten::shorten;
use crate::value::{Object, Value, View};

/// How many empty pages may follow one another.
const MAX_EMPTY: u32 = 100;
/// How much of a cursor an error shows, in characters.
const SHOWN: usize = 64;

/// A walk along the pages of an endpoint.
pub(super) struct Pager {
    pub(super) client: Client,
    operation: &'static Operation,
    paging: &'static Paging,
    /// What asks for the page that is next.
    request: Box<dyn Object>,
    options: CallOptions,
    /// Its URL, where the server gives those.
    url: Option<Uri>,
    /// The URL of the page before it.
    base: Uri,
    /// The call that is on its way: it goes on where nobody waits for it for a while.
    flight: Option<Execution>,
    seen: Seen,
    /// How many pages in a row were empty.
    empty: u32,
    /// How many pages there may still be.
    left: Option<usize>,
    cursor: Option<String>,
    way: Way,
}

/// What comes after the pages so far.
enum Way {
    /// Another page.
    On,
    /// An error: the last page leads nowhere.
    Lost(Error),
    /// Nothing.
    Ended,
}

/// What a page says of the next one.
enum Next {
    /// The cursor, and how an error shows it.
    Cursor(String, String),
    /// The URL as the server writes it.
    Link(String),
    None,
}

impl Pager {
    pub(super) fn new(
        client: &Client,
        operation: &'static Operation,
        paging: &'static Paging,
        request: Box<dyn Object>,
        options: CallOptions,
    ) -> Self {
        let mut seen = Seen::default();
        let first = match paging.step {
            PageStep::Cursor { field, group, .. } => cursor_text(&*request, field, group),
            PageStep::Count { field, first, .. } => {
                Some(field_text(&*request, field).unwrap_or_else(|| first.to_string()))
            }
            PageStep::Url(_) | PageStep::Link(_) => None,
        };
        if let Some(first) = &first {
            seen.insert(first);
        }
        Self {
            client: client.clone(),
            operation,
            paging,
            request,
            options,
            url: None,
            base: Uri::default(),
            flight: None,
            seen,
            empty: 0,
            left: None,
            cursor: first,
            way: Way::On,
        }
    }

    pub(super) fn limit(&mut self, pages: usize) {
        self.left = Some(pages);
    }

    pub(super) fn name(&self) -> &'static str {
        self.operation.name
    }

    /// What asks for the page that is next.
    pub(super) fn cursor(&self) -> Option<&str> {
        self.cursor.as_deref()
    }

    /// The answer that is next. `None` after the last page.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Answer>> {
        let flight = match &mut self.flight {
            Some(flight) => flight,
            None if self.left == Some(0) => return Poll::Ready(None),
            None => match std::mem::replace(&mut self.way, Way::Ended) {
                Way::Ended => return Poll::Ready(None),
                Way::Lost(error) => return Poll::Ready(Some(Err(error))),
                Way::On => {
                    self.way = Way::On;
                    match self.start() {
                        Ok(flight) => self.flight.insert(flight),
                        Err(error) => return Poll::Ready(Some(Err(error))),
                    }
                }
            },
        };
        let answer = ready!(flight.as_mut().poll(cx));
        self.flight = None;
        Poll::Ready(Some(answer))
    }

    /// Asks for the page that is next.
    fn start(&mut self) -> Result<Execution, Error> {
        let mut parts = write(&self.client, self.operation, &*self.request, &self.options)?;
        if let Some(url) = &self.url {
            parts.uri.clone_from(url);
        }
        self.base.clone_from(&parts.uri);
        Ok(dispatch(&self.client, self.operation, parts, &self.options))
    }

    /// Decodes an answer into `page`, a blank, and finds out what comes after it. After an error the
    /// same page is next.
    pub(super) fn land(&mut self, answer: Answer, page: &mut dyn Value) -> Result<Head, Error> {
        let head = answer?.decode_into(self.operation, page)?;
        self.left = self.left.map(|left| left.saturating_sub(1));
        self.cursor = None;
        self.way = match self.turn(page, &head) {
            Ok(way) => way,
            Err((kind, detail)) => Way::Lost(head.error(self.operation, kind, detail)),
        };
        Ok(head)
    }

    /// Makes the request the one for the page after this one.
    fn turn(&mut self, page: &dyn Value, head: &Head) -> Result<Way, (ErrorKind, String)> {
        let more = text_at(page, self.paging.more).map(|more| more == "true");
        if more == Some(false) {
            return Ok(Way::Ended);
        }
        let items = count(page, self.paging.items);
        let next = self.next(page, head, items, more).map_err(decode)?;
        self.empty = if items == 0 { self.empty + 1 } else { 0 };
        match next {
            Next::None if more == Some(true) => {
                return Err(decode("the page says that there are more, but not where".into()));
            }
            Next::None => return Ok(Way::Ended),
            _ if self.empty > MAX_EMPTY => {
                let detail = format!("there were more than {MAX_EMPTY} empty pages in a row");
                return Err((ErrorKind::Limit, detail));
            }
            Next::Cursor(cursor, shown) => self.go_on_with(cursor, &shown),
            Next::Link(link) => self.go_on_at(&link),
        }
        .map_err(decode)?;
        Ok(Way::On)
    }

    /// What the page says of the next one.
    fn next(
        &self,
        page: &dyn Value,
        head: &Head,
        items: usize,
        more: Option<bool>,
    ) -> Result<Next, String> {
        let link = |link: Option<&str>| link.map_or(Next::None, |link| Next::Link(link.to_owned()));
        Ok(match self.paging.step {
            PageStep::Cursor { from, .. } => match at(page, from) {
                Some(found) => cursor(&found)?,
                None => Next::None,
            },
            PageStep::Count { .. } if items == 0 && more.is_none() => Next::None,
            PageStep::Count { field, first, by } => {
                let now = field_text(&*self.request, field).and_then(|now| now.parse().ok());
                let by = by.unwrap_or(items as u64);
                let next = now.unwrap_or(first).saturating_add(by).to_string();
                Next::Cursor(next.clone(), format!("`{next}`"))
            }
            PageStep::Url(from) => {
                let found = text_at(page, from);
                link(found.as_deref().filter(|found| !found.is_empty()))
            }
            PageStep::Link(relation) => link(link::find(head.headers(), relation)),
        })
    }

    fn go_on_with(&mut self, cursor: String, shown: &str) -> Result<(), String> {
        let (field, group) = match self.paging.step {
            PageStep::Cursor { field, group, .. } => (field, group),
            PageStep::Count { field, .. } => (field, None),
            PageStep::Url(_) | PageStep::Link(_) => return Ok(()),
        };
        if !self.seen.insert(&cursor) {
            return Err(format!("the pages go in circles: {shown} came before"));
        }
        set_cursor(&mut *self.request, field, group, &cursor)
            .map_err(|expected| format!("the cursor {shown} is not {}", expected.0))?;
        // What the server gave is not held to the rules for what callers give; the rest has been.
        self.options.unchecked();
        self.cursor = Some(cursor);
        Ok(())
    }

    fn go_on_at(&mut self, link: &str) -> Result<(), String> {
        // A query may hold secrets.
        let shown = link.split(['?', '#']).next().unwrap_or_default();
        let base = self.client.inner().base_url(self.operation);
        let url = base.map_err(|error| error.to_string())?.follow(&self.base, link);
        let url = url.map_err(|why| format!("the URL of the next page {why}"))?;
        self.seen.insert(&self.base.to_string());
        if !self.seen.insert(&url.to_string()) {
            let shown = shorten(shown, SHOWN);
            return Err(format!("the pages go in circles: `{shown}` came before"));
        }
        self.cursor = Some(url.to_string());
        self.url = Some(url);
        Ok(())
    }
}

fn decode(detail: String) -> (ErrorKind, String) {
    (ErrorKind::Decode, detail)
}

/// A cursor of the page. One that is there counts, an empty one too.
fn cursor(found: &View<'_>) -> Result<Next, String> {
    let cursor = of_view(found).ok_or("the cursor is neither text nor a number")?.into_owned();
    let shown = match found {
        View::Secret(_) => "the cursor".to_owned(),
        _ => format!("`{}`", shorten(&cursor, SHOWN)),
    };
    Ok(Next::Cursor(cursor, shown))
}
