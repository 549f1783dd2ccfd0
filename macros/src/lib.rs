//! The `client!` macro of Callsheet. Users reach it as `callsheet::client!`, where its docs are.

use proc_macro::TokenStream;

/// Declares an API and generates its client. See `callsheet::client!`.
#[proc_macro]
pub fn client(input: TokenStream) -> TokenStream {
    let base = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    callsheet_codegen::expand(input.into(), std::path::Path::new(&base)).into()
}
