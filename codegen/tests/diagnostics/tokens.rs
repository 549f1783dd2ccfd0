//! What is no token, which a file has and a macro never sees.

use expect_test::{Expect, expect};

use crate::common;

/// Checks the reports of a text that no macro could hold.
fn check_file(name: &str, text: &str, expected: &Expect) {
    let file = common::in_file(name, text);
    expected.assert_eq(&file.diagnostics.render(&file.sources));
}

#[test]
fn what_is_no_token_is_said_in_words_of_its_own() {
    check_file(
        "lex_bracket",
        "struct A { a: [String, b: u32 }\n",
        &expect![[r#"
        spec.callsheet:1:15: error: this `[` is never closed
          |
        1 | struct A { a: [String, b: u32 }
          |               ^"#]],
    );
    check_file(
        "lex_close",
        "struct A { a: u32 } }\n",
        &expect![[r#"
        spec.callsheet:1:21: error: nothing opens this `}`
          |
        1 | struct A { a: u32 } }
          |                     ^"#]],
    );
    check_file(
        "lex_open",
        "struct A { a: u32\nstruct B { b: u32 }\n",
        &expect![[r#"
        spec.callsheet:1:10: error: this `{` is never closed
          |
        1 | struct A { a: u32
          |          ^"#]],
    );
    check_file(
        "lex_text",
        "struct A { a: String in \"^a }\n",
        &expect![[r#"
        spec.callsheet:1:25: error: this text never ends
          |
        1 | struct A { a: String in "^a }
          |                         ^
          = help: it needs a `"`"#]],
    );
    check_file(
        "lex_comment",
        "GET /a//b as x { -> 204 }\n/* never\n",
        &expect![[r#"
        spec.callsheet:1:7: error: `//` starts a comment, in a path too
          |
        1 | GET /a//b as x { -> 204 }
          |       ^^^^^^^^^^^^^^^^^^^
          = help: put the whole path in quotes

        spec.callsheet:2:1: error: this comment never ends
          |
        2 | /* never
          | ^^
          = help: it needs a `*/`"#]],
    );
    check_file(
        "lex_quote",
        "/// don't\nstruct A { a: 'b' }\nGET /don't as x {}\n",
        &expect![[r#"
        spec.callsheet:2:15: error: text is written in `"`, not in `'`
          |
        2 | struct A { a: 'b' }
          |               ^^^

        spec.callsheet:3:6: error: `don` before a literal means something else in Rust
          |
        3 | GET /don't as x {}
          |      ^^^
          = help: put a space after it"#]],
    );
    check_file(
        "lex_prefix",
        "struct A { k\"x\": u32, #\"y\": u32, 0x: u32, \u{201c}z\u{201d}: u32 }\n",
        &expect![[r#"
        spec.callsheet:1:12: error: `k` before a literal means something else in Rust
          |
        1 | struct A { k"x": u32, #"y": u32, 0x: u32, “z”: u32 }
          |            ^
          = help: put a space after it"#]],
    );
    check_file(
        "lex_exponent",
        "GET /2e/x as x { -> 204 }\n",
        &expect![[r#"
        spec.callsheet:1:6: error: Rust reads this as a number without an exponent
          |
        1 | GET /2e/x as x { -> 204 }
          |      ^^
          = help: put it in quotes"#]],
    );
}
