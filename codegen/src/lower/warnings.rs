//! What is legal in a spec, but odd: most likely something was forgotten. Tools say so; a macro
//! cannot warn on stable Rust, and says nothing.

use super::usage::{got, mentioned, needed, sent};
use crate::diagnostic::{Diagnostic, Diagnostics, Kind};
use crate::model::Api;

/// What is odd in a spec in which nothing is wrong.
#[must_use]
pub fn warnings(api: &Api) -> Diagnostics {
    let mut warnings = Diagnostics::default();
    if !api.operations.is_empty() || !api.webhooks.is_empty() {
        unused_types(api, &mut warnings);
    }
    if !api.operations.is_empty() {
        unused_schemes(api, &mut warnings);
    }
    warnings
}

/// Types that nothing leads to. Those that only such types lead to are not said.
fn unused_types(api: &Api, warnings: &mut Diagnostics) {
    let mut roots = sent(api);
    roots.extend(got(api));
    roots.extend(&api.included);
    let used = needed(api, roots);
    let unused = api.types.iter().zip(&used).filter(|(_, used)| !**used).map(|(def, _)| def);
    let mut inner = Vec::new();
    for def in unused {
        mentioned(&def.shape, &mut inner);
    }
    let is_inner = needed(api, inner);
    for ((def, used), is_inner) in api.types.iter().zip(used).zip(is_inner) {
        if !used && !is_inner {
            let name = &def.name;
            let message = format!("no endpoint uses type `{}`", name.rust);
            warnings.push(Diagnostic::error(name.span, message).kind(Kind::Odd));
        }
    }
}

/// Schemes that no endpoint takes.
fn unused_schemes(api: &Api, warnings: &mut Diagnostics) {
    let needs = api.operations.iter().map(|one| one.need.as_ref().unwrap_or(&api.need));
    let taken: Vec<usize> = needs.flatten().flatten().map(|used| used.scheme).collect();
    for (index, scheme) in api.auth.iter().enumerate() {
        if !taken.contains(&index) {
            let name = &scheme.name;
            let message = format!("no endpoint takes auth scheme `{}`", name.wire);
            warnings.push(Diagnostic::error(name.span, message).kind(Kind::Odd));
        }
    }
}
