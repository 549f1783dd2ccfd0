#![deny(warnings, missing_docs)]
//! Docs.
callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[deprecated(since = "2026-06-01", note = "use `make`")]
    POST /old as make_old {
        body { #[deprecated] name?: String, kind?: Kind }
        -> 200 Thing
    }
    #[deprecated] struct Thing { #[deprecated] name: String, old: Kind }
    #[deprecated] enum Kind { #[deprecated] a, b }
}

fn main() {}
