//! The `Link` header (RFC 8288, section 3).

use http::HeaderMap;
use http::header::LINK;

/// The target of the first link with this relation.
pub(super) fn find<'h>(headers: &'h HeaderMap, relation: &str) -> Option<&'h str> {
    let lines = headers.get_all(LINK).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(Links).find(|(_, rel)| has(rel, relation)).map(|(target, _)| target)
}

/// Whether a list of relations has this one.
fn has(relations: &str, relation: &str) -> bool {
    relations.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(relation))
}

/// The links of a line: target and relations of each. What is malformed ends it.
struct Links<'h>(&'h str);

impl<'h> Iterator for Links<'h> {
    type Item = (&'h str, &'h str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.0.trim_start_matches([',', ' ', '\t']).strip_prefix('<')?;
        let (target, mut rest) = start.split_once('>')?;
        let mut relations = "";
        while let Some(parameter) = rest.trim_start().strip_prefix(';') {
            let (name, after) = token(parameter.trim_start());
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(after) => value(after.trim_start()),
                None => ("", after),
            };
            // Only the first counts (section 3.3).
            if name.eq_ignore_ascii_case("rel") && relations.is_empty() {
                relations = value;
            }
            rest = after;
        }
        self.0 = rest;
        Some((target, relations))
    }
}

/// A text up to what can end a parameter, and the rest.
fn token(text: &str) -> (&str, &str) {
    text.split_at(text.find([';', ',', '=', ' ', '\t']).unwrap_or(text.len()))
}

/// The value of a parameter, quoted or not, and the rest. A relation has no quotes inside.
fn value(text: &str) -> (&str, &str) {
    let Some(quoted) = text.strip_prefix('"') else { return token(text) };
    let mut escaped = false;
    for (index, c) in quoted.char_indices() {
        match c {
            '"' if !escaped => {
                let (value, rest) = quoted.split_at(index);
                return (value, rest.strip_prefix('"').unwrap_or(rest));
            }
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    (quoted, "")
}

#[cfg(test)]
mod tests {
    use super::find;
    use http::HeaderMap;

    #[test]
    fn a_link_is_found_by_its_relation() {
        for (lines, target) in [
            (&["<https://a.example/?page=2>; rel=\"next\""][..], Some("https://a.example/?page=2")),
            (&["</p?a=1,2>; rel=prev, </p?a=3>;rel=next"], Some("/p?a=3")),
            (
                &["</1>; title=\"a, b; rel=next\"; rel=\"last\", </2>; REL=\"first NEXT\""],
                Some("/2"),
            ),
            (&["</1>; title=\"\\\"\"; rel=next"], Some("/1")),
            (&["</1>; rel=last", "</2>; rel=next"], Some("/2")),
            (&["</1>; rel=prev; rel=next, </2>; rel=nextish"], None),
            (&["</1>; crossorigin; rel = next"], Some("/1")),
            (&["/1; rel=next", "</2"], None),
            (&["</1>"], None),
            (&[], None),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("link", line.parse().unwrap());
            }
            assert_eq!(find(&headers, "next"), target, "{lines:?}");
        }
    }
}
