//! The formatter: what it makes of odd layouts, and that nothing that a person wrote gets lost.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::needless_raw_string_hashes, reason = "expected texts")]

use std::path::Path;

use callsheet_codegen::format::{format_rust, format_spec};
use callsheet_codegen::syntax::parse_tokens;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// The text laid out, which laying it out again does not change.
fn format(text: &str) -> String {
    let formatted = format_spec("a.callsheet", text).unwrap_or_else(|e| panic!("{e:#?}"));
    let again = format_spec("a.callsheet", &formatted).unwrap();
    assert_eq!(formatted, again, "not stable");
    formatted
}

fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&format(text));
}

/// The message of the only problem, with its line and column.
fn problem(text: &str) -> String {
    let problems = format_spec("a.callsheet", text).unwrap_err();
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    let region = problem.region.as_ref().unwrap();
    format!("{}:{}: {}", region.line, region.column, problem.message)
}

/// The specs of this repository.
fn specs() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut specs = Vec::new();
    for folder in ["specs/qoder", "specs/examples", "tests", "tests/expand", "codegen/tests/format"]
    {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "callsheet") {
                let text = std::fs::read_to_string(&path).unwrap();
                specs.push((path.display().to_string(), text));
            }
        }
    }
    assert!(specs.len() >= 9, "{specs:?}");
    specs
}

/// A text without what the formatter may change: spaces, commas, and the quotes of names.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != ',' && *c != '"').collect()
}

#[test]
fn what_is_laid_out_well_stays() {
    for (path, text) in specs() {
        if path.contains("specs") {
            assert_eq!(format(&text), text, "{path}");
        }
    }
}

#[test]
fn what_attributes_say_has_its_spaces() {
    let text = "#[paginate( items=a.b,\"p[q]\"=c , page+=1,o +=items,link( next ) )]
#[wait(until=a.b in[c,\"d e\",-1],poll=x.y,every=2s)]
#[check(a>b,c<=d, e<f)]
GET /a as a { -> 204 }
";
    let laid_out = "#[paginate(items = a.b, \"p[q]\" = c, page += 1, o += items, link(next))]
#[wait(until = a.b in [c, \"d e\", -1], poll = x.y, every = 2s)]
#[check(a > b, c <= d, e < f)]
GET /a as a { -> 204 }
";
    assert_eq!(format(text), laid_out);
    assert_eq!(format(laid_out), laid_out);
}

#[test]
fn everything_of_the_grammar_is_laid_out() {
    let odd = include_str!("format/odd.callsheet");
    expect_test::expect_file!["format/laid_out.callsheet"].assert_eq(&format(odd));
}

/// A text with other spaces between its tokens, by a stream of numbers. `breaks` tells whether
/// line breaks come and go, too.
fn respaced(text: &str, numbers: &[u8], breaks: bool) -> String {
    let mut numbers = numbers.iter().cycle();
    let mut number = || *numbers.next().unwrap();
    let mut out = String::new();
    let mut at = 0;
    let mut before = TokenKind::Whitespace;
    for token in tokenize(text, FrontmatterAllowed::No) {
        let written = &text[at..at + token.len as usize];
        at += token.len as usize;
        let is_line = matches!(before, TokenKind::LineComment { .. });
        if token.kind == TokenKind::Whitespace {
            if !breaks {
                let newlines = written.matches('\n').count();
                out.push_str(&"\n".repeat(newlines));
                out.push_str(&" \t  "[..usize::from(newlines == 0 || number() % 2 == 0)]);
            } else if is_line {
                out.push_str(["\n", "\n\n\n", "\n \t "][usize::from(number() % 3)]);
            } else {
                out.push_str([" ", "\n", "\t\n\n\n", "  ", " ", " "][usize::from(number() % 6)]);
            }
        } else {
            // These are something else with a space between: `..=`, `1.`, `::`.
            let is_one = before == TokenKind::Dot
                || token.kind == TokenKind::Dot
                || (token.kind == TokenKind::Colon && before == TokenKind::Colon);
            if !(is_one || before == TokenKind::Whitespace || is_line) {
                out.push_str(["", " ", "  "][usize::from(number() % 3)]);
            }
            out.push_str(written);
        }
        before = token.kind;
    }
    out
}

/// The same numbers in every run.
fn runner() -> TestRunner {
    let config = Config { cases: 100, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn spaces_do_not_matter() {
    let mut runner = runner();
    for (path, text) in specs() {
        let expected = format(&text);
        runner
            .run(&prop::collection::vec(any::<u8>(), 100..400), |numbers| {
                let changed = respaced(&text, &numbers, false);
                prop_assert_eq!(format(&changed), expected.clone(), "{}:\n{}", path, changed);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn line_breaks_anywhere_lose_nothing() {
    let mut runner = runner();
    for (path, text) in specs() {
        runner
            .run(&prop::collection::vec(any::<u8>(), 100..400), |numbers| {
                let changed = respaced(&text, &numbers, true);
                let formatted = format(&changed);
                prop_assert_eq!(letters(&formatted), letters(&text), "{}:\n{}", path, changed);
                prop_assert!(!formatted.contains("\n\n\n"));
                prop_assert!(!formatted.lines().any(|line| line.ends_with([' ', '\t'])));
                Ok(())
            })
            .unwrap();
    }
}

/// What a text means, wherever its parts stand.
fn tree(text: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/qoder");
    let parsed = parse_tokens(text.parse().unwrap(), &folder);
    let shown = format!("{:?}", parsed.document);
    let mut pieces = shown.split("Span {");
    let first = pieces.next().unwrap().to_owned();
    pieces.fold(first, |tree, piece| tree + piece.split_once('}').unwrap().1)
}

#[test]
fn what_is_laid_out_means_the_same() {
    let mut runner = runner();
    for (path, text) in specs() {
        let expected = tree(&text);
        runner
            .run(&prop::collection::vec(any::<u8>(), 100..400), |numbers| {
                let formatted = format(&respaced(&text, &numbers, true));
                prop_assert!(tree(&formatted) == expected, "{}:\n{}", path, formatted);
                Ok(())
            })
            .unwrap();
    }
}

/// A text with comments where it has spaces, by a stream of numbers.
fn commented(text: &str, numbers: &[u8]) -> (String, usize) {
    let mut numbers = numbers.iter().cycle();
    let mut out = String::new();
    let (mut at, mut count) = (0, 0);
    for token in tokenize(text, FrontmatterAllowed::No) {
        let written = &text[at..at + token.len as usize];
        at += token.len as usize;
        out.push_str(written);
        if token.kind != TokenKind::Whitespace {
            continue;
        }
        let comment = match numbers.next().unwrap() % 12 {
            0 => "/* here */ ",
            1 => "/* here */\n",
            2 => "// here\n",
            3 => "\n// here\n\n",
            4 => "/* here\n  */",
            _ => continue,
        };
        out.push_str(comment);
        count += 1;
    }
    (out, count)
}

#[test]
fn comments_anywhere_are_kept() {
    let mut runner = runner();
    for (path, text) in specs() {
        let before = text.matches("here").count();
        runner
            .run(&prop::collection::vec(any::<u8>(), 100..400), |numbers| {
                let (changed, count) = commented(&text, &numbers);
                let formatted = format(&changed);
                prop_assert_eq!(formatted.matches("here").count(), before + count, "{}", path);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn every_prefix_is_laid_out_or_reported() {
    let spec = include_str!("format/odd.callsheet");
    let mut laid_out = 0;
    for (length, _) in spec.char_indices() {
        if let Ok(formatted) = format_spec("a.callsheet", &spec[..length]) {
            assert_eq!(format_spec("a.callsheet", &formatted).as_ref(), Ok(&formatted));
            laid_out += 1;
        }
    }
    assert!(laid_out > 60, "{laid_out}");
}

#[test]
fn a_block_stays_on_its_line_if_it_was_written_so_and_fits() {
    check(
        "struct A{a:u32,b:u32,}\nstruct B {\na: u32 }\nstruct C { }\nGET /a as a{-> 204}",
        &expect![[r#"
            struct A { a: u32, b: u32 }
            struct B {
                a: u32,
            }
            struct C {}
            GET /a as a { -> 204 }
        "#]],
    );
    let fits = format!("struct A {{ {}: u32 }}\n", "a".repeat(82));
    assert_eq!(fits.chars().count(), 101);
    assert_eq!(format(&fits), fits);
    let wide = format!("struct A {{ {}: u32 }}\n", "a".repeat(83));
    assert_eq!(format(&wide), format!("struct A {{\n    {}: u32,\n}}\n", "a".repeat(83)));
}

#[test]
fn comments_stay_where_they_are() {
    check(
        "// first\n\n\n\n// second\nstruct A { // open\n  a: u32 // a\n  , /* b */ b: u32, // b\n\n\n  // alone\n\n  c: // why\n u32\n  // end\n}   // behind\n// last",
        &expect![[r#"
            // first

            // second
            struct A { // open
                a: u32, // a
                /* b */ b: u32, // b

                // alone

                c: // why
                    u32,
                // end
            } // behind
            // last
        "#]],
    );
}

#[test]
fn words_lose_spaces_and_quotes_where_they_can() {
    check(
        "struct A { \"plain\": u32, \"a b\": u32, X - Request - Id: u32, r\"raw\" as r: \"text\" }
enum E { \"on-hold\" as Hold, \"1\" as One, agent . message }
POST /a/{\"id\": u32} as a { -> 204 errors { 400 \"bad\", _ \"other\" } example { \"plain\": \"b\" } }",
        &expect![[r#"
            struct A { plain: u32, "a b": u32, X-Request-Id: u32, raw as r: "text" }
            enum E { on-hold as Hold, "1" as One, agent.message }
            POST /a/{id: u32} as a { -> 204 errors { 400 bad, _ other } example { "plain": "b" } }
        "#]],
    );
}

#[test]
fn what_does_not_parse_is_not_touched() {
    assert_eq!(
        problem("struct A { a u32 }"),
        "1:14: expected `:` and the type of `a`, found `u32`"
    );
    assert_eq!(problem("struct A {\n a: \"x }"), "2:5: this text never ends");
    assert_eq!(problem("struct A {"), "1:10: this `{` is never closed");
    let deep = format!("struct A {{ a: {}u8{} }}", "[".repeat(100), "]".repeat(100));
    assert!(problem(&deep).contains(" deep"), "{}", problem(&deep));
    assert_eq!(format(""), "");
    assert_eq!(format("\n\n// only this"), "// only this\n");
    assert_eq!(format("mod elsewhere ;"), "mod elsewhere;\n");
}

#[test]
fn line_ends_and_byte_order_marks_stay() {
    let text = "\u{feff}/// doc\r\nstruct A{\r\n// c\r\na:u32}\r\n";
    let expected = "\u{feff}/// doc\r\nstruct A {\r\n    // c\r\n    a: u32,\r\n}\r\n";
    assert_eq!(format(text), expected);
}

#[test]
fn macros_in_rust_are_laid_out_in_place() {
    let text = r##"//! callsheet::client! { struct A{a:u32} }
fn  odd ( ) { let c = 'c'; let s = "callsheet::client! { x }"; }
::callsheet::client! {struct A{a:u32}
    // note
}
mod inner {
    callsheet::client! {

        struct B {
    a: u32, b: "}"  }
    }
}
callsheet::client!{}
callsheet::client!("specs/api.callsheet");
macro_rules! m { ($t:ident) => { callsheet::client! { struct  $t  {} } } }
other::client! { struct  A  { } }
"##;
    let formatted = format_rust("a.rs", text).unwrap();
    assert_eq!(format_rust("a.rs", &formatted).as_ref(), Ok(&formatted));
    expect![[r##"
        //! callsheet::client! { struct A{a:u32} }
        fn  odd ( ) { let c = 'c'; let s = "callsheet::client! { x }"; }
        ::callsheet::client! {
            struct A { a: u32 }
            // note
        }
        mod inner {
            callsheet::client! {
                struct B {
                    a: u32,
                    b: "}",
                }
            }
        }
        callsheet::client!{}
        callsheet::client!("specs/api.callsheet");
        macro_rules! m { ($t:ident) => { callsheet::client! { struct  $t  {} } } }
        other::client! { struct  A  { } }
    "##]]
    .assert_eq(&formatted);
    let problems =
        format_rust("a.rs", "\n  callsheet::client! { struct A { a u32 } }").unwrap_err();
    let region = problems[0].region.as_ref().unwrap();
    assert_eq!((region.line, region.column), (2, 37));
}

#[test]
fn a_large_spec_is_laid_out() {
    let text = "struct A{a:u32,b:[String in 1..=5],c:Map<String,u32>}\n".repeat(30_000);
    assert_eq!(format(&text).lines().count(), 30_000);
    let wide = format!("struct A {{ {} }}", "a: u32, ".repeat(50_000));
    assert_eq!(format(&wide).lines().count(), 50_002);
}

#[test]
fn no_text_is_too_odd() {
    let words = [
        "struct ",
        "enum ",
        "GET ",
        "/",
        "as ",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "a",
        "1",
        "..",
        "=",
        "-",
        ">",
        "|",
        "?",
        ":",
        ",",
        ";",
        "#",
        "!",
        "\"b\"",
        "// c\n",
        "/// d\n",
        "/* e */",
        "\n",
        " ",
        "in ",
        "body ",
        "header ",
        "example ",
        "auth ",
        "callsheet::client! {",
        "\u{feff}",
    ];
    let text = prop::collection::vec(prop::sample::select(words.to_vec()), 0..60);
    let config = Config { cases: 5_000, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, rng)
        .run(&text, |words| {
            let text = words.concat();
            for format in [format_spec, format_rust] {
                if let Ok(formatted) = format("a", &text) {
                    prop_assert_eq!(format("a", &formatted), Ok(formatted.clone()), "{}", text);
                }
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_spec_without_any_one_token_is_laid_out_or_has_a_mistake() {
    let spec = include_str!("../../tests/everything.callsheet");
    let mut at = 0;
    let mut laid_out = 0;
    for token in tokenize(spec, FrontmatterAllowed::No) {
        let end = at + token.len as usize;
        let text = format!("{}{}", &spec[..at], &spec[end..]);
        at = end;
        match format_spec("a.callsheet", &text) {
            Ok(formatted) => {
                assert_eq!(format_spec("a.callsheet", &formatted).as_ref(), Ok(&formatted));
                laid_out += 1;
            }
            Err(problems) => {
                assert!(
                    problems.iter().all(|problem| problem.region.is_some()),
                    "{problems:#?}\n{text}"
                );
            }
        }
    }
    assert!(laid_out > 200, "{laid_out}");
}

#[test]
fn paths_of_rust_are_written_without_spaces() {
    let text = "extend  ::  acme :: Acme ;
GET /a/{ id :acme :: Id } as a { query { b? : [ :: acme::B ], c?:Map<acme :: Key,acme::Page < crate :: C | null >> }
-> 200 :: acme :: Page<acme::A>errors { 404 gone :: x } }
";
    let formatted = format(text.replace("gone :: x", "gone: ::acme :: X").as_str());
    let expected = "extend ::acme::Acme;
GET /a/{id: acme::Id} as a {
    query { b?: [::acme::B], c?: Map<acme::Key, acme::Page<crate::C | null>> }
    -> 200 ::acme::Page<acme::A>
    errors { 404 gone: ::acme::X }
}
";
    assert_eq!(formatted, expected);
}
