//! Lists that come in pages: where a page says what comes next, and the walk along them.

mod link;
mod pager;
mod seen;
mod stream;

use crate::operation::Endpoint;
use crate::value::{Blank, Value};

pub use stream::{Items, NextItem, NextPage, Pages, items, pages};

/// How an endpoint pages: one `static` for each, no code. Paths are keys of the response, from the
/// outside in.
#[derive(Debug)]
pub struct Paging {
    /// The list of items.
    pub items: &'static [&'static str],
    /// Whether there is more. Empty where the page does not say.
    pub more: &'static [&'static str],
    /// From a page to the next one.
    pub step: PageStep,
}

/// From a page to the next one. A field is that of the request's table with this index.
#[derive(Debug, Clone, Copy)]
pub enum PageStep {
    /// The page holds what the next one is asked for with.
    Cursor {
        /// The query parameter.
        field: usize,
        /// Where it is an exclusive group: the group that is the parameter.
        group: Option<usize>,
        /// Where in the page its value is.
        from: &'static [&'static str],
    },
    /// A number that goes up.
    Count {
        /// The query parameter.
        field: usize,
        /// Its value for the first page, where the caller gives none.
        first: u64,
        /// How much it goes up by. `None` for the number of items that came.
        by: Option<u64>,
    },
    /// The page holds the URL of the next one.
    Url(&'static [&'static str]),
    /// The `Link` header holds it, with this relation (RFC 8288).
    Link(&'static str),
}

/// The request of an endpoint that pages.
pub trait Paged: Endpoint<Response: Blank> {
    /// What the pages are full of.
    type Item: Value + 'static;
    /// How the endpoint pages.
    #[doc(hidden)]
    const PAGING: &'static Paging;
    /// The items of a page. `None` where it has no list.
    #[doc(hidden)]
    fn items(page: Self::Response) -> Option<Vec<Self::Item>>;
}
