//! The whole front end: any text becomes problems, or Rust that parses, and never a panic.

#![no_main]

use callsheet_codegen::format::format_spec;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // As a macro's input, where rustc's lexer has let it through.
    if let Ok(tokens) = text.parse::<proc_macro2::TokenStream>() {
        let emitted = callsheet_codegen::expand(tokens, std::path::Path::new("."));
        if let Err(error) = syn::parse2::<syn::File>(emitted.clone()) {
            panic!("{error}: {emitted}");
        }
    }
    // What the formatter lays out, it leaves as it is.
    if let Ok(formatted) = format_spec("a.callsheet", text) {
        assert_eq!(format_spec("a.callsheet", &formatted).as_deref(), Ok(formatted.as_str()));
    }
});
