//! Input that no one means: it gets a report or a result, never a panic, and in linear time.

mod common;

use std::fmt::Write as _;

/// Nested far deeper than any stack could recurse.
const DEEP: usize = 100_000;

fn reports(name: &str, text: impl AsRef<[u8]>) -> String {
    let lowered = common::in_file(name, text);
    let tokens = callsheet_codegen::emit::emit(&lowered.api, &lowered.sources);
    drop(tokens);
    lowered.diagnostics.render(&lowered.sources)
}

#[test]
fn deep_nesting_is_reported() {
    for (name, open, close) in
        [("deep_list", "[", "]"), ("deep_paren", "(", ")"), ("deep_brace", "{", "}")]
    {
        let text = format!("struct A {{ a: {}u32{} }}\n", open.repeat(DEEP), close.repeat(DEEP));
        assert!(!reports(name, text).is_empty());
    }
    let list = format!("struct A {{ a: {}u32{} }}\n", "[".repeat(100), "]".repeat(100));
    assert!(reports("deep_enough", list).contains("types nest at most 16 deep"));
    let maps =
        format!("struct A {{ a: {}u32{} }}\n", "Map<String, ".repeat(DEEP), ">".repeat(DEEP));
    assert!(reports("deep_maps", maps).contains("types nest at most 16 deep"));
    let unclosed = format!("struct A {{ a: {}", "[".repeat(DEEP));
    assert!(reports("deep_unclosed", unclosed).contains("never closed"));
    let unopened = format!("struct A {{ a: u32 }} {}", "]".repeat(DEEP));
    assert!(reports("deep_unopened", unopened).contains("nothing opens"));
    let modules = "mod a { ".repeat(DEEP) + &"}".repeat(DEEP);
    assert!(reports("deep_modules", modules).contains("nested more than"));
    let json = format!(
        "api A {{ server \"https://a\" }}\nPOST /a as a {{ body {{ a: Json }} -> 204 example {{ \"a\": {}1{} }} }}\n",
        "[".repeat(DEEP),
        "]".repeat(DEEP)
    );
    assert!(reports("deep_json", json).contains("nested more than"));
    let raw = format!(
        "api A {{ server \"https://a\" }}\nPOST /a as a {{ body {{ a: Json }} -> 204 example r#\"{{ \"a\": {}1{} }}\"# }}\n",
        "[".repeat(DEEP),
        "]".repeat(DEEP)
    );
    assert!(reports("deep_raw_json", raw).contains("recursion limit"));
}

#[test]
fn a_spec_of_fifty_thousand_lines_becomes_a_client() {
    let mut spec = String::from("api Big { server \"https://big.example\" }\n");
    for number in 0..5_000 {
        let _ = write!(
            spec,
            "/// Thing {number}.
GET /things{number}/{{id: String}} as find{number} {{
    query {{
        limit?: u32 in 1..=100 = 20,
    }}
    -> 200 Thing{number}
}}
struct Thing{number} {{
    name: String, next?: Thing{number},
}}
"
        );
    }
    assert!(spec.lines().count() > 50_000);
    let lowered = common::clean("fifty_thousand", spec);
    assert_eq!(lowered.api.operations.len(), 5_000);
    assert!(!callsheet_codegen::emit::emit(&lowered.api, &lowered.sources).is_empty());
}

#[test]
fn a_file_that_is_no_text_is_reported() {
    assert!(reports("not_utf8", b"struct A {\n  a: \xff }").contains("is not UTF-8: line 2"));
    assert!(reports("empty_file", "").contains("is empty"));
    assert!(reports("only_comments", "// nothing\n").contains("is empty"));
    assert!(reports("nul", "struct A { a: \0u32 }").contains("has no meaning here"));
}

#[test]
fn line_ends_tabs_and_byte_order_marks_do_not_matter() {
    assert_eq!(reports("crlf", "struct A {\r\n\ta: u32,\r\n}\r\n"), "");
    assert_eq!(reports("bom", "\u{feff}struct A { a: u32 }\n"), "");
    let said = reports("crlf_place", "struct A {\r\n\ta: Nope,\r\n}\r\n");
    assert!(said.contains("spec.callsheet:2:5: error: unknown type `Nope`"), "{said}");
    assert!(said.contains("\n  | \t   ^^^^"), "{said}");
}

#[test]
fn every_prefix_of_a_spec_is_parsed() {
    let spec = include_str!("../../tests/everything.callsheet");
    for (length, _) in spec.char_indices() {
        let text = spec.get(..length).unwrap_or_default();
        let lowered = common::in_file("prefix", text);
        let tokens = callsheet_codegen::emit::emit(&lowered.api, &lowered.sources);
        assert!(syn::parse2::<syn::File>(tokens).is_ok(), "after {length} bytes");
    }
}

#[test]
fn a_spec_without_any_one_token_is_parsed() {
    let spec = include_str!("../../tests/everything.callsheet");
    let tokens: Vec<proc_macro2::TokenTree> =
        spec.parse::<proc_macro2::TokenStream>().unwrap().into_iter().collect();
    for left_out in 0..tokens.len() {
        let rest = tokens.iter().enumerate().filter(|(index, _)| *index != left_out);
        let input: proc_macro2::TokenStream = rest.map(|(_, token)| token.clone()).collect();
        let output = callsheet_codegen::expand(input, std::path::Path::new("."));
        assert!(syn::parse2::<syn::File>(output).is_ok(), "without token {left_out}");
    }
}
