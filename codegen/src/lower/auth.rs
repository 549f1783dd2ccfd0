//! How a client proves who it is: the schemes, and which of them an operation needs.

use super::{Lowering, naming::Case};
use crate::diagnostic::suggest;
use crate::model::{AuthKind, AuthScheme, AuthUse, Need};
use crate::syntax::tree::{self, LiteralKind, SchemeKind, Word};

/// The keywords of schemes, which an `api` block may have meant.
const SCHEMES: [&str; 7] = ["bearer", "basic", "header", "query", "cookie", "oauth2", "none"];

/// What an `oauth2` block may say.
const OAUTH2: [&str; 3] = ["token_url", "flow", "client_auth"];

impl Lowering<'_> {
    /// Lowers the `auth` lines of the `api` block.
    pub(super) fn lower_auth(&mut self, header: &tree::Api) {
        for auth in &header.auths {
            self.lower_scheme(auth);
        }
        if let Some(again) = header.needs.get(1) {
            self.error(again.span, "an `api` block says once what every endpoint needs");
        }
        self.api.need = match header.needs.first() {
            Some(need) => self.lower_need(need, &SCHEMES),
            // Any scheme will do.
            None => (0..self.api.auth.len())
                .map(|scheme| vec![AuthUse { scheme, scopes: Vec::new() }])
                .collect(),
        };
    }

    fn lower_scheme(&mut self, auth: &tree::Auth) {
        self.allow_attrs(&auth.meta, &[], "an `auth` line");
        let kind = self.auth_kind(&auth.scheme);
        let derived = match &auth.scheme.kind {
            SchemeKind::Header(name) | SchemeKind::Query(name) | SchemeKind::Cookie(name) => name,
            _ => &auth.scheme.keyword,
        };
        let name = match &auth.name {
            Some(name) => {
                self.check_snake_case(name);
                tree::Name { wire: name.clone(), rust: None }
            }
            None => tree::Name { wire: derived.clone(), rust: None },
        };
        let mut name = self.name(&name, Case::Snake);
        name.wire.clone_from(&name.rust);
        if name.wire == "none" {
            self.error(name.span, "`none` says that no scheme is needed; choose another name");
        } else if self.api.auth.iter().any(|other| other.name.wire == name.wire) {
            let again = &auth.scheme.keyword.text;
            self.error_help(
                name.span,
                format!("auth scheme `{}` is declared twice", name.wire),
                Some(format!("give each a name of its own: `auth {again} ... as name`")),
            );
            return;
        }
        let env = self.auth_env(auth.env.as_ref(), &kind);
        self.api.auth.push(AuthScheme { name, kind, env, docs: auth.meta.docs.clone() });
    }

    fn auth_kind(&mut self, scheme: &tree::Scheme) -> AuthKind {
        match &scheme.kind {
            SchemeKind::Bearer => AuthKind::Bearer,
            SchemeKind::Basic => AuthKind::Basic,
            SchemeKind::Header(name) => {
                self.check_settable_header(name);
                AuthKind::Header(name.text.clone())
            }
            SchemeKind::Query(name) => AuthKind::Query(name.text.clone()),
            SchemeKind::Cookie(name) => {
                if !super::places::is_token(&name.text) {
                    let message = format!("`{}` is not a cookie's name (RFC 6265, 4.1)", name.text);
                    self.error(name.span, message);
                }
                AuthKind::Cookie(name.text.clone())
            }
            SchemeKind::OAuth2(fields) => self.oauth2(&scheme.keyword, fields),
        }
    }

    fn oauth2(&mut self, keyword: &Word, fields: &[tree::Field]) -> AuthKind {
        let (mut token_url, mut in_body) = (None, false);
        for (index, field) in fields.iter().enumerate() {
            let name = &field.name.wire;
            if fields.iter().take(index).any(|other| other.name.wire.text == name.text) {
                self.error(name.span, format!("`{}` is given twice", name.text));
                continue;
            }
            match name.text.as_str() {
                "token_url" => {
                    if let Some(url) = self.constant_text(field) {
                        self.check_url(&url, &url.text, "a token endpoint");
                        token_url = Some(url.text);
                    } else {
                        token_url = Some(String::new());
                    }
                }
                "flow" => {
                    let flows = ["client_credentials"];
                    self.choice(field, &flows, "a client without a user has one flow");
                }
                "client_auth" => {
                    let places = ["basic", "body"];
                    let chosen = self.choice(field, &places, "a client's secret goes into either");
                    in_body = chosen == Some("body");
                }
                other => {
                    let help = match suggest(other, OAUTH2) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => "it has `token_url`, `flow` and `client_auth`".to_owned(),
                    };
                    self.error_help(name.span, format!("`oauth2` has no `{other}`"), Some(help));
                }
            }
        }
        if token_url.is_none() {
            self.error_help(
                keyword.span,
                "`oauth2` needs the URL where tokens are had",
                Some("`auth oauth2 { token_url: \"https://...\" }`".into()),
            );
        }
        AuthKind::OAuth2 { token_url: token_url.unwrap_or_default(), in_body }
    }

    /// The text of a field such as `token_url: "..."`.
    fn constant_text(&mut self, field: &tree::Field) -> Option<Word> {
        self.allow_attrs(&field.meta, &[], "what `oauth2` says");
        let plain = field.optional.is_none() && field.default.is_none() && field.ty.sets.is_empty();
        match &field.ty.kind {
            tree::TypeKind::Literal(tree::Literal { kind: LiteralKind::Str(text), span })
                if plain && field.ty.nullable.is_none() =>
            {
                Some(Word { text: text.clone(), span: *span })
            }
            _ => {
                let name = &field.name.wire.text;
                self.error(field.ty.span, format!("expected a text: `{name}: \"...\"`"));
                None
            }
        }
    }

    /// One of a few texts.
    fn choice<'t>(&mut self, field: &tree::Field, texts: &[&'t str], why: &str) -> Option<&'t str> {
        let given = self.constant_text(field)?;
        let chosen = texts.iter().find(|text| **text == given.text).copied();
        if chosen.is_none() {
            let list: Vec<String> = texts.iter().map(|text| format!("`{text}`")).collect();
            self.error_help(
                given.span,
                format!("unknown {} `{}`", field.name.wire.text, given.text),
                Some(match suggest(&given.text, texts.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("{why}: {}", list.join(" or ")),
                }),
            );
        }
        chosen
    }

    /// The names of environment variables. A pair has two.
    fn auth_env(&mut self, env: Option<&tree::Env>, kind: &AuthKind) -> Vec<String> {
        let Some(env) = env else {
            return Vec::new();
        };
        for variable in &env.variables {
            let text = variable.text.as_str();
            if text.is_empty() || text.contains(['=', '\0']) {
                self.error(variable.span, "not the name of an environment variable");
            }
        }
        let pair = match kind {
            AuthKind::Basic => Some(("the user's name and the password", "USER", "PASSWORD")),
            AuthKind::OAuth2 { .. } => Some(("the client's id and its secret", "ID", "SECRET")),
            _ => None,
        };
        if let (Some((what, first, second)), false) = (pair, env.variables.len() == 2) {
            self.error_help(
                env.span,
                format!("`auth {}` takes two variables: {what}", kind.keyword()),
                Some(format!("`env(\"{first}\", \"{second}\")`")),
            );
            return Vec::new();
        }
        env.variables.iter().map(|variable| variable.text.clone()).collect()
    }

    /// Which schemes an operation needs. What names no scheme has been reported and is left out.
    /// `others` are names that may have been meant beside those of schemes.
    pub(super) fn lower_need(&mut self, need: &tree::Need, others: &[&str]) -> Need {
        self.allow_attrs(&need.meta, &[], "an `auth` line");
        let mut alternatives: Need = Vec::new();
        for alternative in &need.alternatives {
            let mut together: Vec<AuthUse> = Vec::new();
            for used in alternative {
                let Some(used_scheme) = self.lower_use(used, others) else {
                    continue;
                };
                self.check_together(used, &used_scheme, &together);
                together.push(used_scheme);
            }
            if together.is_empty() {
                continue;
            }
            if alternatives.contains(&together) {
                if let Some(used) = alternative.first() {
                    self.error(used.scheme.span, "this alternative is there already");
                }
                continue;
            }
            alternatives.push(together);
        }
        alternatives
    }

    fn lower_use(&mut self, used: &tree::Use, others: &[&str]) -> Option<AuthUse> {
        let name = &used.scheme;
        if self.extend.is_some() {
            let scheme = self.extended_scheme(name);
            self.check_scopes(used, true);
            let scopes = used.scopes.iter().map(|scope| scope.text.clone()).collect();
            return Some(AuthUse { scheme, scopes });
        }
        let Some(scheme) = self.api.auth.iter().position(|scheme| scheme.name.wire == name.text)
        else {
            if self.header.is_some_and(|header| !header.lost_scheme) {
                let declared = self.api.auth.iter().map(|scheme| scheme.name.wire.as_str());
                let help = match suggest(&name.text, declared.chain(others.iter().copied())) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "declare it in the `api` block: `auth bearer as name`".to_owned(),
                };
                let message = format!("auth scheme `{}` is not declared", name.text);
                self.error_help(name.span, message, Some(help));
            }
            return None;
        };
        let has_scopes = matches!(
            self.api.auth.get(scheme).map(|scheme| &scheme.kind),
            Some(AuthKind::OAuth2 { .. })
        );
        self.check_scopes(used, has_scopes);
        let scopes = used.scopes.iter().map(|scope| scope.text.clone()).collect();
        Some(AuthUse { scheme, scopes })
    }

    fn check_scopes(&mut self, used: &tree::Use, has_scopes: bool) {
        for (index, scope) in used.scopes.iter().enumerate() {
            // RFC 6749, section 3.3.
            let is_scope = |c: char| c.is_ascii_graphic() && c != '"' && c != '\\';
            if !has_scopes {
                self.error(scope.span, "only an `oauth2` scheme has scopes");
                break;
            } else if scope.text.is_empty() || !scope.text.chars().all(is_scope) {
                self.error_help(
                    scope.span,
                    "a scope is printable ASCII without spaces and quotes (RFC 6749, section 3.3)",
                    Some("several scopes are several texts: `(\"a\", \"b\")`".into()),
                );
            } else if used.scopes.iter().take(index).any(|other| other.text == scope.text) {
                self.error(scope.span, format!("the scope `{}` is given twice", scope.text));
            }
        }
    }

    /// Schemes that are used together are sent together: each needs a place of its own.
    fn check_together(&mut self, used: &tree::Use, one: &AuthUse, others: &[AuthUse]) {
        let place = |used: &AuthUse| self.api.auth.get(used.scheme).map(place);
        let clash = others.iter().find(|other| place(other) == place(one));
        let Some(other) = clash.and_then(|other| self.api.auth.get(other.scheme)) else {
            return;
        };
        let place = place(one).unwrap_or_default();
        let message = if others.iter().any(|other| other.scheme == one.scheme) {
            format!("`{}` is used twice", used.scheme.text)
        } else {
            format!("`{}` and `{}` both write {place}", other.name.wire, used.scheme.text)
        };
        self.error(used.scheme.span, message);
    }
}

/// What of a request a scheme writes.
fn place(scheme: &AuthScheme) -> String {
    match &scheme.kind {
        AuthKind::Bearer | AuthKind::Basic | AuthKind::OAuth2 { .. } => {
            "the header `authorization`".into()
        }
        AuthKind::Header(name) => format!("the header `{}`", name.to_ascii_lowercase()),
        AuthKind::Query(name) => format!("the query parameter `{name}`"),
        AuthKind::Cookie(name) => format!("the cookie `{name}`"),
        AuthKind::Extended => format!("what `{}` writes", scheme.name.wire),
    }
}
