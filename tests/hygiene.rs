//! Generated code compiles wherever a user may put it, under whatever names stand around it.

#![no_implicit_prelude]
#![deny(warnings, missing_docs, clippy::all)]

use ::core::prelude::v1::test;

/// Names that generated code must not pick up by accident.
mod shadows {
    #![allow(dead_code, missing_docs)]
    pub(super) struct Result;
    pub(super) struct String;
    pub(super) struct Option;
    pub(super) struct Vec;
    pub(super) mod core {}
    pub(super) mod std {}
    pub(super) mod callsheet {}
    pub(super) mod serde {}
}

/// In a module of its own, among names that mean something else here.
pub mod nested {
    /// Deeper.
    pub mod deeper {
        #[allow(unused_imports)]
        use super::super::shadows::*;

        ::callsheet::client!("everything.callsheet");
    }

    /// One endpoint of it, and what its wait asks.
    pub mod slice {
        #[allow(unused_imports)]
        use super::super::shadows::*;

        ::callsheet::client!("everything.callsheet", only = [users.start]);
    }

    /// What is added to it.
    pub mod added {
        #[allow(unused_imports)]
        use super::super::shadows::*;

        ::callsheet::client!("everything_added.callsheet");
    }
}

#[test]
fn generated_code_works_among_other_names() {
    let client = ::core::result::Result::unwrap(
        nested::deeper::Everything::builder()
            .bearer("t")
            .server_variable("tenant", "t-1")
            .transport(Nowhere)
            .build(),
    );
    let call = client.users().update("user_1", 3, "Ann", ::core::option::Option::None);
    let request = ::core::result::Result::unwrap(call.nick_null().to_http());
    ::core::assert_eq!(request.uri().path(), "/base/users/user_1/parts/3.json");
    let call = nested::added::EverythingExt::look(&client);
    let request = ::core::result::Result::unwrap(call.to_http());
    ::core::assert_eq!(request.uri().path(), "/base");
    ::core::assert_eq!(request.headers()["x-acme-version"], "2");
}

/// A transport for clients that send nothing.
struct Nowhere;

impl ::callsheet::Transport for Nowhere {
    fn send(
        &self,
        _request: ::callsheet::http::Request<::callsheet::transport::RequestBody>,
        _context: &::callsheet::transport::AttemptContext,
    ) -> ::callsheet::transport::TransportFuture {
        ::std::boxed::Box::pin(::core::future::pending())
    }
}
