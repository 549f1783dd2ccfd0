//! A call whose body is left to the caller, until it is answered: what opening a stream and starting
//! a download have alike.

use std::task::{Context, Poll, ready};

use crate::call::Execution;
use crate::client::Client;
use crate::error::Error;
use crate::execute::{Prepared, execute};
use crate::operation::Operation;
use crate::response::RawResponse;

/// A call on its way, whatever its types.
pub(crate) struct Unread {
    call: Result<Execution, Option<Error>>,
    client: Client,
    operation: &'static Operation,
    /// What is sent again where a connection breaks off.
    prepared: Option<Box<Prepared>>,
}

impl Unread {
    /// Sends a call, unless it was refused.
    pub(crate) fn start(
        client: &Client,
        operation: &'static Operation,
        call: Result<Prepared, Error>,
    ) -> Self {
        let client = client.clone();
        match call {
            Ok(call) => {
                let prepared = Some(Box::new(call.clone()));
                Self { call: Ok(Box::pin(execute(call))), client, operation, prepared }
            }
            Err(error) => Self { call: Err(Some(error)), client, operation, prepared: None },
        }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The call as it was sent, and its answer.
    pub(crate) fn poll(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Result<(Prepared, RawResponse), Error>> {
        let again = || Error::build(self.operation, "the call has ended before");
        let response = match &mut self.call {
            Ok(call) => ready!(call.as_mut().poll(cx)),
            Err(error) => return Poll::Ready(Err(error.take().unwrap_or_else(again))),
        };
        self.call = Err(None);
        let prepared = self.prepared.take();
        Poll::Ready(response.and_then(|response| Ok((*prepared.ok_or_else(again)?, response))))
    }
}
