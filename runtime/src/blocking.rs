//! Calls without async: of programs that have no runtime, and want none.
//!
//! With the feature `blocking`, [`wait_blocking`](Blocking::wait_blocking) takes the place of
//! `.await`:
//!
//! ```no_run
//! # callsheet::client! { api Petshop { server "https://api.petshop.example" }
//! #     GET /pets/{id: String} as pet { -> 200 { name: String } } }
//! use callsheet::blocking::Blocking;
//!
//! fn main() -> Result<(), Error> {
//!     let shop = Petshop::builder().build().expect("the settings are right");
//!     let pet = shop.pet("rex").send().wait_blocking()?;
//!     println!("{}", pet.name);
//!     Ok(())
//! }
//! ```
//!
//! Whatever is awaited can be waited for: the next item or page of a list, the next event of a
//! stream, a download.
//!
//! ```no_run
//! # callsheet::client! { api Petshop { server "https://api.petshop.example" }
//! #     struct Item { id: String }
//! #     GET /news as news { -> 200 sse Item } }
//! # use callsheet::blocking::Blocking;
//! # fn example(shop: Petshop) -> Result<(), Error> {
//! let mut news = shop.news().stream().wait_blocking()?;
//! while let Some(event) = news.next().wait_blocking() {
//!     println!("{}", event?.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The calls run on the thread that waits for them. Timers and idle connections are on a thread of
//! their own, which is there from the first call to the end of the program, so that connections are
//! kept from one call to the next. A client that is used like this should not be used inside an async
//! runtime as well: its connections would belong to both.

use std::future::{Future, pending};
use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle};

use crate::error::{Error, Facts};

/// What can be waited for without async: every future of a [`Result`] with an [`Error`] of a client,
/// or of an `Option` of that, as streams have it.
pub trait Blocking: Future + Sized {
    /// Waits for what would be awaited, and blocks the thread.
    ///
    /// # Errors
    /// Those of the call. Inside a tokio runtime, which would stand still, it is not made at all:
    /// await it there, or in `spawn_blocking` pass it to `Handle::block_on`.
    fn wait_blocking(self) -> Self::Output;
}

impl<C: Future<Output: Outcome>> Blocking for C {
    fn wait_blocking(self) -> Self::Output {
        match handle() {
            Ok(handle) => handle.block_on(self),
            Err(detail) => Outcome::refused(detail),
        }
    }
}

/// What a call comes to: something that can be an error.
pub trait Outcome: sealed::Sealed {
    /// The error of a call that was not made.
    #[doc(hidden)]
    fn refused(detail: &'static str) -> Self;
}

impl<T, F> Outcome for Result<T, Error<F>> {
    fn refused(detail: &'static str) -> Self {
        let facts = Facts { detail: detail.into(), ..Facts::default() };
        Err(Error::with_failure(Error::new(facts), None))
    }
}

impl<T, F> Outcome for Option<Result<T, Error<F>>> {
    fn refused(detail: &'static str) -> Self {
        Some(Outcome::refused(detail))
    }
}

mod sealed {
    use crate::error::Error;

    pub trait Sealed {}
    impl<T, F> Sealed for Result<T, Error<F>> {}
    impl<T, F> Sealed for Option<Result<T, Error<F>>> {}
}

/// The runtime of all blocking calls. Its thread does nothing but wait for sockets and timers.
fn handle() -> Result<&'static Handle, &'static str> {
    static RUNTIME: OnceLock<std::io::Result<Handle>> = OnceLock::new();
    if Handle::try_current().is_ok() {
        return Err(
            "a blocking call inside an async runtime would stop it; await the call instead",
        );
    }
    let runtime = RUNTIME.get_or_init(|| {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let thread = std::thread::Builder::new().name("callsheet-blocking".to_owned());
        thread.spawn(move || runtime.block_on(pending::<()>()))?;
        Ok(handle)
    });
    runtime.as_ref().map_err(|_| "there is no thread for blocking calls")
}
