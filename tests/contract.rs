//! Generated code and the runtime meet in one module. Both sides list its names; the lists are one.

use std::collections::{BTreeMap, BTreeSet};

use callsheet_codegen::emit::runtime::NAMES;
use callsheet_codegen::vocabulary::Vocabulary;

/// The names that `runtime/src/private.rs` offers.
fn offered() -> BTreeSet<String> {
    let source = include_str!("../runtime/src/private.rs");
    let file = syn::parse_file(source).unwrap();
    let mut names = BTreeSet::new();
    for item in file.items {
        if let syn::Item::Use(item) = item {
            leaves(&item.tree, &mut names);
        }
    }
    names
}

fn leaves(tree: &syn::UseTree, names: &mut BTreeSet<String>) {
    match tree {
        syn::UseTree::Path(path) => leaves(&path.tree, names),
        syn::UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        syn::UseTree::Rename(rename) => drop(names.insert(rename.rename.to_string())),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
        syn::UseTree::Glob(_) => panic!("`__private` lists its names one by one"),
    }
}

/// The names that the emitted code of a spec takes from `__private`.
fn taken(spec: &str) -> BTreeSet<String> {
    let tokens = callsheet_codegen::expand(spec.parse().unwrap(), std::path::Path::new("."));
    let flat = tokens.to_string().replace(" :: ", "::");
    let mut names = BTreeSet::new();
    for marker in ["__rt::", "__private::"] {
        for (index, _) in flat.match_indices(marker) {
            let rest = flat.get(index + marker.len()..).unwrap_or_default();
            names.insert(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    names
}

#[test]
fn both_sides_list_the_same_names() {
    let listed: BTreeSet<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(listed, offered());
    assert_eq!(listed.len(), NAMES.len(), "a name is listed twice");
}

/// The words of which the runtime says to editors what they are: for each place, in its order.
fn explained() -> BTreeMap<String, BTreeSet<String>> {
    let source = include_str!("../runtime/src/keywords.rs");
    let (mut explained, mut place) = (BTreeMap::new(), String::new());
    for line in source.split("words! {").nth(1).unwrap().lines().map(str::trim) {
        if let Some(name) = line.strip_suffix(" {") {
            name.clone_into(&mut place);
        } else if let Some((word, _)) = line.split_once(" = \"") {
            let words: &mut BTreeSet<String> = explained.entry(place.clone()).or_default();
            assert!(
                words.insert(word.trim_start_matches("r#").to_owned()),
                "{word} is there twice"
            );
        }
    }
    explained
}

#[test]
fn every_word_of_the_language_is_explained_to_editors() {
    let words = |of: &Vocabulary| of.words().into_iter().map(str::to_owned).collect();
    let known: BTreeMap<String, BTreeSet<String>> =
        Vocabulary::ALL.iter().map(|of| (of.name().to_owned(), words(of))).collect();
    assert_eq!(explained(), known);
}

#[test]
fn every_listed_name_is_taken_and_no_other() {
    let mut taken = taken(include_str!("everything.callsheet"));
    taken.extend(self::taken(include_str!("everything_added.callsheet")));
    let listed: BTreeSet<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(listed, taken);
}
