//! What an extension takes from the client that it extends. The compiler works it out, from the
//! client's own description, so that what the client does not have is an error of the build.

#![allow(
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "constants are worked out by the compiler, and this is how they refuse something"
)]

use crate::error::{Error, ErrorKind, find_case};
use crate::operation::{AuthKind, FailureCase, Idempotency, Operation, PathPart, Spec};
use crate::schema::FixedField;
use crate::value::{Plain, Value};

/// Compiles for types that can stand in a field.
pub const fn check_value<T: Value>() {}

/// Compiles for types that can stand in a path, a query, a header, a cookie or a form.
pub const fn check_plain<T: Plain>() {}

impl Operation {
    /// Says that the endpoint is one of a client that another spec declares, on this server of it: a
    /// request that needs an idempotency key gets the client's.
    #[must_use]
    pub const fn extending(mut self, client: &'static Spec, server: usize) -> Self {
        self.server = server;
        if let (Idempotency::Unsafe, Some(header)) = (self.attempts.idempotency, client.signals.key)
        {
            self.attempts.idempotency = Idempotency::Keyed(header);
        }
        self
    }

    /// Says what the extension itself documents as going wrong.
    #[must_use]
    pub const fn failures(mut self, failures: &'static [FailureCase]) -> Self {
        self.failures = failures;
        self
    }
}

/// The path without what the client's server stands for.
#[must_use]
pub const fn below<const N: usize>(
    client: &'static Spec,
    server: usize,
    mut path: [PathPart; N],
) -> [PathPart; N] {
    let prefix = match client.servers[server].prefix {
        Some(prefix) => prefix.len(),
        None => 0,
    };
    if let PathPart::Text(text) = path[0] {
        let (_, rest) = text.as_bytes().split_at(prefix);
        if let Ok(rest) = std::str::from_utf8(rest) {
            path[0] = PathPart::Text(rest);
        }
    }
    path
}

/// The server that stands for most of a path.
#[must_use]
pub const fn server(client: &'static Spec, template: &str) -> usize {
    let mut found: Option<(usize, usize)> = None;
    let mut index = 0;
    while index < client.servers.len() {
        if let Some(prefix) = client.servers[index].prefix {
            let is_longer = match found {
                Some((_, longest)) => prefix.len() > longest,
                None => true,
            };
            if is_longer && is_below(template.as_bytes(), prefix.as_bytes()) {
                found = Some((index, prefix.len()));
            }
        }
        index += 1;
    }
    match found {
        Some((index, _)) => index,
        None => panic!("no server of the client stands for this path"),
    }
}

/// Whether a path starts with a prefix, at the end of a segment.
const fn is_below(path: &[u8], prefix: &[u8]) -> bool {
    if path.len() < prefix.len() {
        return false;
    }
    let (start, rest) = path.split_at(prefix.len());
    is_same(start, prefix) && (prefix.is_empty() || rest.is_empty() || rest[0] == b'/')
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut index = 0;
    while index < one.len() && index < other.len() && one[index] == other[index] {
        index += 1;
    }
    index == one.len() && index == other.len()
}

/// The index of the client's auth scheme with this name, which has to have scopes if any are used.
#[must_use]
pub const fn scheme(client: &'static Spec, name: &str, has_scopes: bool) -> usize {
    let mut index = 0;
    while index < client.auth.len() {
        let scheme = &client.auth[index];
        if is_same(scheme.name.as_bytes(), name.as_bytes()) {
            assert!(
                !has_scopes || matches!(scheme.kind, AuthKind::OAuth2 { .. }),
                "only an `oauth2` scheme has scopes"
            );
            return index;
        }
        index += 1;
    }
    panic!("the client has no auth scheme of this name")
}

/// What the client sends with every request, then what the endpoint says itself.
#[must_use]
pub const fn constants<const K: usize, const N: usize>(
    client: &'static Spec,
    own: [FixedField; K],
) -> [FixedField; N] {
    let mut all = [own[0]; N];
    let mut index = 0;
    while index < client.constants.len() {
        all[index] = client.constants[index];
        index += 1;
    }
    let mut next = 0;
    while next < K {
        all[index + next] = own[next];
        next += 1;
    }
    all
}

/// What an extension documents as going wrong beside what the client does.
pub trait Declared: Sized {
    /// The codes and statuses.
    const CASES: &'static [FailureCase];
    /// The variant with this number, its payload blank.
    fn blank(variant: usize) -> Option<Self>;
    /// The payload, to decode the body into.
    fn payload_mut(&mut self) -> Option<&mut dyn Value>;
}

/// What an error is in the words of an extension, if one of its endpoints failed and says so.
pub fn declared<D: Declared, F>(error: &Error<F>) -> Option<D> {
    if error.kind() != ErrorKind::Api {
        return None;
    }
    let cases = error.operation()?.failures;
    if !std::ptr::eq(cases, D::CASES) {
        return None;
    }
    let mut declared = D::blank(find_case(cases, error.status()?, error.code())?)?;
    crate::error::decode_body(error.body()?, declared.payload_mut()?)?;
    Some(declared)
}
