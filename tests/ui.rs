//! Specs that must fail, each with its report, and odd ones that must not.

#[test]
fn specs_report_their_mistakes() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/fail/*.rs");
    cases.pass("ui/pass/*.rs");
}
