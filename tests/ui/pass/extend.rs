//! Odd forms of what is added to a client, under denied warnings.

#![deny(warnings, missing_docs)]

/// Nothing but a type.
pub mod types {
    callsheet::client! {
        extend ::qoder::Qoder;
        /// A pair.
        struct Pair<T> { one: T, other: qoder::Page<T>, all: [(::qoder::AgentId, T)] }
    }
}

/// Two that add to one client, and a module that is named as the crate is.
pub mod one {
    callsheet::client! {
        extend qoder::Qoder;
        mod added {
            GET /v1/one as one { -> 200 ::qoder::agents::Agent }
            mod deeper { GET /v1/two as two { -> 2xx qoder::Page<qoder::agents::Agent> errors { 404 gone } } }
        }
        /// Is old.
        #[deprecated(note = "ask for `added`")]
        PATCH /v1/three/{id: qoder::AgentId} as three {
            header { X-Id?: qoder::AgentId }
            cookie { key?: qoder::AgentId }
            body form { of: qoder::AgentId, all?: [qoder::AgentId] }
            -> 204 header { X-Of?: qoder::AgentId }
        }
    }
}

mod other {
    callsheet::client! {
        extend qoder::Qoder;
        mod others { GET /v1/four as four { auth none -> 204 } }
    }
}

fn main() {
    use one::QoderExt as _;
    use other::QoderExt as _;
    let qoder = qoder::Qoder::builder().bearer("t").build().unwrap();
    let request = qoder.added().deeper().two().to_http().unwrap();
    assert_eq!(request.uri().path(), "/api/v1/cloud/two");
    let request = qoder.others().four().to_http().unwrap();
    assert!(request.headers().get("authorization").is_none());
}
