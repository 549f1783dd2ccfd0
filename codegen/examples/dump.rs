//! dump
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let parsed = callsheet_codegen::syntax::parse_file(&path, std::path::Path::new("."), proc_macro2::Span::call_site());
    let mut d = parsed.diagnostics;
    let api = callsheet_codegen::lower::lower(&parsed.document, &mut d);
    eprintln!("{}", d.render(&parsed.sources));
    let t = callsheet_codegen::emit::emit(&api, &parsed.sources);
    match syn::parse2::<syn::File>(t.clone()) { Ok(f) => println!("{}", prettyplease::unparse(&f)), Err(e) => println!("{e} {t}") }
}
