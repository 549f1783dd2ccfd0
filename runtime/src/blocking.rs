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
//! The calls run on the thread that waits for them. Timers and idle connections are on a thread of
//! their own, which is there from the first call to the end of the program, so that connections are
//! kept from one call to the next. A client that is used like this should not be used inside an async
//! runtime as well: its connections would belong to both.

use std::future::{Future, pending};
use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle};

use crate::call::{Sending, SendingWithMeta};
use crate::error::Error;
use crate::operation::{Failure, Operation};
use crate::response::Response;
use crate::value::Blank;

/// A call on its way that can be waited for without async. It is implemented for what `send` and
/// `send_with_meta` return.
pub trait Blocking {
    /// What comes of the call.
    type Output;

    /// Waits for the call, and blocks the thread.
    ///
    /// # Errors
    /// If the call fails. Inside a tokio runtime, which would stand still, it is not made at all:
    /// await it there, or in `spawn_blocking` pass it to `Handle::block_on`.
    fn wait_blocking(self) -> Self::Output;
}

impl<T: Blank, F: Failure> Blocking for Sending<T, F> {
    type Output = Result<T, Error<F>>;

    fn wait_blocking(self) -> Self::Output {
        wait(self.operation(), self)
    }
}

impl<T: Blank, F: Failure> Blocking for SendingWithMeta<T, F> {
    type Output = Result<Response<T>, Error<F>>;

    fn wait_blocking(self) -> Self::Output {
        wait(self.operation(), self)
    }
}

/// Drives a future on this thread.
fn wait<T, F>(
    operation: &'static Operation,
    future: impl Future<Output = Result<T, Error<F>>>,
) -> Result<T, Error<F>> {
    match handle() {
        Ok(handle) => handle.block_on(future),
        Err(detail) => Err(Error::with_failure(Error::build(operation, detail), None)),
    }
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
