//! What small specs become, pretty-printed: a change of what is emitted shows here, and is read
//! before it is taken. Each snapshot is also compiled, as the Rust that it is.
//!
//! `UPDATE_EXPECT=1` takes the change.

use std::path::Path;

/// Declares a snapshot: its test, and its text as a module.
macro_rules! snapshots {
    ($($name:ident),*) => {$(
        mod $name {
            #![allow(missing_docs, unreachable_pub, dead_code, clippy::pedantic)]
            include!(concat!("expand/", stringify!($name), ".rs"));

            #[test]
            fn is_what_is_emitted() {
                super::check(stringify!($name));
            }
        }
    )*};
}

snapshots!(
    types, enums, unions, requests, errors, access, bodies, pages, streams, structs, outcomes,
    deliveries, extend
);

fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("expand");
    let spec = std::fs::read_to_string(folder.join(format!("{name}.callsheet"))).unwrap();
    let tokens = callsheet_codegen::expand(spec.parse().unwrap(), Path::new("."));
    let emitted = prettyplease::unparse(&syn::parse2(tokens).unwrap());
    let path = folder.join(format!("{name}.rs"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, emitted).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert!(emitted == expected, "{} is not what is emitted now:\n{emitted}", path.display());
}
