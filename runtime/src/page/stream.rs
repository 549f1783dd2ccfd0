//! The typed edge of the pages: all that is generic is to make a blank and to hand it out.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::Paged;
use super::pager::Pager;
use crate::client::Client;
use crate::error::{Error, typed};
use crate::operation::Failure;
use crate::options::CallOptions;
use crate::response::Response;
use crate::value::Blank;

/// The pages of an endpoint, one after the other: a [`Stream`], or by hand with
/// [`next_page`](Self::next_page).
///
/// A page is asked for when it is waited for, and each is a call of its own, with the options of the
/// call that the pages came from. Giving up a wait loses nothing: the next one goes on with the same
/// page.
///
/// The pages end where the server says so. An empty page that leads on is no end, unless more than
/// a hundred come in a row. Pages that lead back to one that was there end with an error, as does a
/// page that leads to another origin, where the credentials must not go.
///
/// After an error the stream ends; [`next_page`](Self::next_page) tries the same page again, if the
/// page itself has failed, and ends as well, if it came but leads nowhere.
#[must_use = "pages are asked for when they are waited for"]
pub struct Pages<R, F> {
    /// Boxed: it is large, and callers move streams about.
    pager: Box<Pager>,
    /// Whether the stream has ended with an error.
    halted: bool,
    output: PhantomData<fn() -> (R, F)>,
}

/// The items of all pages, one after the other: a [`Stream`], or by hand with
/// [`next_item`](Self::next_item). See [`Pages`] for how the pages are asked for.
#[must_use = "pages are asked for when their items are waited for"]
pub struct Items<R: Paged, F> {
    pages: Pages<R, F>,
    current: vec::IntoIter<R::Item>,
}

/// The pages of an endpoint, from the one that `request` asks for.
pub fn pages<R: Paged, F: Failure>(
    client: &Client,
    request: R,
    options: CallOptions,
) -> Pages<R, F> {
    let pager = Pager::new(client, R::OPERATION, R::PAGING, Box::new(request), options);
    Pages { pager: Box::new(pager), halted: false, output: PhantomData }
}

/// The items of the pages of an endpoint, from the page that `request` asks for.
pub fn items<R: Paged, F: Failure>(
    client: &Client,
    request: R,
    options: CallOptions,
) -> Items<R, F> {
    Items { pages: pages(client, request, options), current: Vec::new().into_iter() }
}

impl<R: Paged, F: Failure> Pages<R, F> {
    /// Ends after this many pages from here.
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.pager.limit(pages);
        self
    }

    /// What the page that is next is asked for with: to go on from there another time, give it to
    /// the setter of the query parameter. Where the server gives URLs, it is the URL. `None` after
    /// the last page, and before the first where the request says nothing.
    pub fn cursor(&self) -> Option<&str> {
        self.pager.cursor()
    }

    /// Waits for the next page. `None` after the last one; after an error the same page again.
    pub fn next_page(&mut self) -> NextPage<'_, R, F> {
        NextPage(self)
    }

    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<PageResult<R, F>>> {
        let Some(answer) = ready!(self.pager.poll(cx)) else { return Poll::Ready(None) };
        let mut page = R::Response::BLANK;
        let result = match self.pager.land(answer, &mut page) {
            Ok(head) => Ok(Response::new(page, head)),
            Err(error) => Err(typed(error, &self.pager.client)),
        };
        self.halted = result.is_err();
        Poll::Ready(Some(result))
    }
}

type PageResult<R, F> = Result<Response<<R as crate::Endpoint>::Response>, Error<F>>;

impl<R: Paged, F: Failure> Stream for Pages<R, F> {
    type Item = PageResult<R, F>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.halted { Poll::Ready(None) } else { self.poll_page(cx) }
    }
}

impl<R: Paged, F: Failure> Items<R, F> {
    /// Ends after this many pages from here.
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.pages = self.pages.max_pages(pages);
        self
    }

    /// Waits for the next item. `None` after the last one; after an error the same page is asked
    /// for again.
    pub fn next_item(&mut self) -> NextItem<'_, R, F> {
        NextItem(self)
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<R::Item, Error<F>>>> {
        loop {
            if let Some(item) = self.current.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(cx)) {
                Some(Ok(page)) => {
                    let items = R::items(page.into_value());
                    self.current = items.unwrap_or_default().into_iter();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// Nothing in it is pinned.
impl<R: Paged, F> Unpin for Items<R, F> {}

impl<R: Paged, F: Failure> Stream for Items<R, F> {
    type Item = Result<R::Item, Error<F>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.pages.halted { Poll::Ready(None) } else { self.poll_item(cx) }
    }
}

/// A wait for the next page.
#[must_use = "a page is asked for when it is waited for"]
pub struct NextPage<'p, R, F>(&'p mut Pages<R, F>);

impl<R: Paged, F: Failure> Future for NextPage<'_, R, F> {
    type Output = Result<Option<Response<R::Response>>, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.poll_page(cx).map(Option::transpose)
    }
}

/// A wait for the next item.
#[must_use = "an item is asked for when it is waited for"]
pub struct NextItem<'p, R: Paged, F>(&'p mut Items<R, F>);

impl<R: Paged, F: Failure> Future for NextItem<'_, R, F> {
    type Output = Result<Option<R::Item>, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.poll_item(cx).map(Option::transpose)
    }
}

impl<R, F> fmt::Debug for Pages<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("operation", &self.pager.name()).finish_non_exhaustive()
    }
}

impl<R: Paged, F> fmt::Debug for Items<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.pages.pager.name();
        f.debug_struct("Items").field("operation", &operation).finish_non_exhaustive()
    }
}

impl<R, F> fmt::Debug for NextPage<'_, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("NextPage").field(&self.0).finish()
    }
}

impl<R: Paged, F> fmt::Debug for NextItem<'_, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("NextItem").field(&self.0).finish()
    }
}
