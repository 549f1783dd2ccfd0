//! Which scheme credentials are for, and what to set where there are none: in words that name the
//! variable and the method.

use super::credentials::{Given, method, wanted};
use crate::error::BuildError;
use crate::operation::{AuthKind, AuthScheme, AuthUse, Need};
use crate::spelling::did_you_mean;

/// The index of the scheme with this name, if it takes such credentials.
pub(super) fn named(
    schemes: &[AuthScheme],
    name: &str,
    given: &Given,
) -> Result<usize, BuildError> {
    let Some(index) = schemes.iter().position(|scheme| scheme.name == name) else {
        let meant = did_you_mean(name, schemes.iter().map(|scheme| scheme.name));
        return Err(BuildError::new(format!("the API has no auth scheme `{name}`{meant}")));
    };
    match schemes.get(index) {
        Some(scheme) if !given.fits(scheme.kind) => Err(BuildError::new(format!(
            "the auth scheme `{name}` takes {}, with `Credentials::{}(...)`, not {}",
            wanted(scheme),
            method(scheme.kind),
            given.noun()
        ))),
        _ => Ok(index),
    }
}

/// The index of the one scheme that takes such credentials.
pub(super) fn fitting(schemes: &[AuthScheme], given: &Given) -> Result<usize, BuildError> {
    let mut found: Vec<(usize, &AuthScheme)> =
        schemes.iter().enumerate().filter(|(_, scheme)| given.fits(scheme.kind)).collect();
    // A token that is given is for OAuth 2.0 only where there is nothing else that takes one.
    let takes_tokens = |scheme: &AuthScheme| scheme.kind == AuthKind::Bearer;
    if matches!(given, Given::Bearer(_)) && found.iter().any(|(_, scheme)| takes_tokens(scheme)) {
        found.retain(|(_, scheme)| takes_tokens(scheme));
    }
    let noun = given.noun();
    match found.as_slice() {
        [(index, _)] => Ok(*index),
        [] if schemes.is_empty() => {
            Err(BuildError::new(format!("there is {noun}, but the API declares no auth scheme")))
        }
        [] => {
            let others: Vec<String> = schemes
                .iter()
                .map(|scheme| format!("`{}` takes {}", scheme.name, wanted(scheme)))
                .collect();
            let others = others.join(", ");
            Err(BuildError::new(format!("no auth scheme of the API takes {noun}: {others}")))
        }
        several => {
            let names: Vec<String> =
                several.iter().map(|(_, scheme)| format!("`{}`", scheme.name)).collect();
            let names = names.join(" or ");
            Err(BuildError::new(format!(
                "{noun} can be for {names}: say which with `credentials(\"name\", ...)`"
            )))
        }
    }
}

/// What to set so that a call has one of its alternatives.
pub(super) fn message(
    schemes: &[AuthScheme],
    need: Need,
    is_there: impl Fn(&AuthUse) -> bool,
) -> String {
    let alternatives: Vec<Vec<&AuthScheme>> = need
        .iter()
        .map(|alternative| {
            let missing = alternative.iter().filter(|used| !is_there(used));
            missing.filter_map(|used| schemes.get(used.scheme)).collect()
        })
        .collect();
    if let [alternative] = alternatives.as_slice() {
        if let [scheme] = alternative.as_slice() {
            let hint = hint(schemes, scheme);
            return match scheme.kind {
                AuthKind::Bearer => format!("there is no token: {hint}"),
                AuthKind::Header(_) | AuthKind::Query(_) | AuthKind::Cookie(_) => {
                    format!("there is no key: {hint}")
                }
                _ => format!("there are no credentials: {hint}"),
            };
        }
    }
    let hints: Vec<String> = alternatives
        .iter()
        .map(|alternative| {
            let hints: Vec<String> = alternative
                .iter()
                .map(|scheme| format!("for `{}` {}", scheme.name, hint(schemes, scheme)))
                .collect();
            hints.join(" and ")
        })
        .collect();
    format!("there are no credentials: {}", hints.join("; or "))
}

/// `set A or B, or give one with ...`
fn hint(schemes: &[AuthScheme], scheme: &AuthScheme) -> String {
    let is_pair = matches!(scheme.kind, AuthKind::Basic | AuthKind::OAuth2 { .. });
    let set = match scheme.env {
        [] => String::new(),
        variables => {
            format!("set {}, or ", variables.join(if is_pair { " and " } else { " or " }))
        }
    };
    let method = method(scheme.kind);
    let same = schemes.iter().filter(|other| self::method(other.kind) == method).count();
    let call = if same == 1 {
        format!("builder().{method}(...)")
    } else {
        format!("builder().credentials(\"{}\", Credentials::{method}(...))", scheme.name)
    };
    format!("{set}give {} with `{call}`", if is_pair { "them" } else { "one" })
}
