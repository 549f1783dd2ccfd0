//! Servers and auth: as the API's table says them, and as its docs do.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::{Emitter, docs, schema};
use crate::model::{AuthKind, AuthScheme, AuthUse, Need, Server, Variable};

/// A constant for each URL that is named and has no variables.
pub(super) fn server_constants(emitter: Emitter<'_>) -> TokenStream {
    let constants = emitter.api.servers.iter().filter_map(|server| {
        let name = server.name.as_ref().filter(|_| server.variables.is_empty())?;
        let constant =
            quote::format_ident!("{}", name.rust.to_uppercase(), span = emitter.ident(name).span());
        let url = &server.url;
        let doc =
            docs::doc_or(&server.docs, &format!("The base URL of the `{}` server.", name.wire));
        Some(quote!(#doc pub const #constant: &'static ::core::primitive::str = #url;))
    });
    quote!(#(#constants)*)
}

/// `&[Server, ...]`
pub(super) fn servers(emitter: Emitter<'_>) -> TokenStream {
    let servers = emitter.api.servers.iter().map(|server| {
        let Server { url, replaces, prefix, variables, .. } = server;
        let name = server.name.as_ref().map_or("", |name| name.rust.as_str());
        let replaces = Literal::usize_unsuffixed(*replaces);
        let prefix = super::option(prefix.as_ref());
        let variables = variables.iter().map(variable);
        quote! {
            __rt::Server {
                name: #name,
                url: #url,
                replaces: #replaces,
                prefix: #prefix,
                variables: &[#(#variables),*],
            }
        }
    });
    quote!(&[#(#servers),*])
}

fn variable(variable: &Variable) -> TokenStream {
    let Variable { name, values, .. } = variable;
    let default = super::option(variable.default.as_ref());
    let checks = schema::checks(&variable.checks);
    quote! {
        __rt::Variable { name: #name, default: #default, values: &[#(#values),*], checks: #checks }
    }
}

/// `&[AuthScheme, ...]`
pub(super) fn schemes(emitter: Emitter<'_>) -> TokenStream {
    let schemes = emitter.api.auth.iter().map(|scheme| {
        let AuthScheme { name, kind, env, .. } = scheme;
        let name = &name.rust;
        let kind = match kind {
            AuthKind::Bearer => quote!(Bearer),
            AuthKind::Basic => quote!(Basic),
            AuthKind::Header(name) => quote!(Header(#name)),
            AuthKind::Query(name) => quote!(Query(#name)),
            AuthKind::Cookie(name) => quote!(Cookie(#name)),
            AuthKind::OAuth2 { token_url, in_body } => {
                quote!(OAuth2 { token_url: #token_url, in_body: #in_body })
            }
            // An extension has no table of schemes.
            AuthKind::Extended => return TokenStream::new(),
        };
        quote!(__rt::AuthScheme { name: #name, kind: __rt::AuthKind::#kind, env: &[#(#env),*] })
    });
    quote!(&[#(#schemes),*])
}

/// `&[&[AuthUse, ...], ...]`
pub(super) fn need(emitter: Emitter<'_>, need: &Need) -> TokenStream {
    let alternatives = need.iter().map(|alternative| {
        let uses = alternative.iter().map(|used| {
            let scheme = scheme(emitter, used);
            let scopes = &used.scopes;
            quote!(__rt::AuthUse { scheme: #scheme, scopes: &[#(#scopes),*] })
        });
        quote!(&[#(#uses),*])
    });
    quote!(&[#(#alternatives),*])
}

/// The index of a scheme. Those of a client that the spec extends are looked up by the compiler.
fn scheme(emitter: Emitter<'_>, used: &AuthUse) -> TokenStream {
    let extended = emitter.api.auth.get(used.scheme).filter(|one| one.kind == AuthKind::Extended);
    match extended {
        Some(scheme) => {
            let (name, has_scopes) = (&scheme.name.wire, !used.scopes.is_empty());
            let span = emitter.ident(&scheme.name).span();
            quote_spanned!(span=> __rt::scheme(CLIENT, #name, #has_scopes))
        }
        None => Literal::usize_unsuffixed(used.scheme).into_token_stream(),
    }
}

/// What an operation that says so needs, in words.
pub(super) fn need_line(emitter: Emitter<'_>, need: &Need) -> String {
    if need.is_empty() {
        return "It needs no credentials.".to_owned();
    }
    let alternatives: Vec<String> = need
        .iter()
        .map(|alternative| {
            let uses: Vec<String> = alternative
                .iter()
                .filter_map(|used| {
                    let scheme = emitter.api.auth.get(used.scheme)?;
                    let scopes: Vec<_> =
                        used.scopes.iter().map(|scope| format!("`{scope}`")).collect();
                    let scopes = match scopes.as_slice() {
                        [] => String::new(),
                        scopes => format!(" (scope {})", scopes.join(", ")),
                    };
                    Some(format!("`{}`{scopes}", scheme.name.rust))
                })
                .collect();
            uses.join(" and ")
        })
        .collect();
    format!("It needs the credentials of {}.", alternatives.join(", or of "))
}

/// What `from_env` reads.
pub(super) fn env_lines(emitter: Emitter<'_>) -> Vec<String> {
    let schemes = emitter.api.auth.iter().filter(|scheme| !scheme.env.is_empty());
    let lines: Vec<String> = schemes
        .map(|scheme| {
            let names: Vec<String> = scheme.env.iter().map(|name| format!("`{name}`")).collect();
            let (what, verb, glue) = match scheme.kind {
                AuthKind::Bearer => ("token", "is", ", then "),
                AuthKind::Basic => ("user's name and password", "are", " and "),
                AuthKind::OAuth2 { .. } => ("client's id and secret", "are", " and "),
                AuthKind::Header(_)
                | AuthKind::Query(_)
                | AuthKind::Cookie(_)
                | AuthKind::Extended => ("key", "is", ", then "),
            };
            let of = match emitter.api.auth.len() {
                1 => String::new(),
                _ => format!(" of `{}`", scheme.name.rust),
            };
            format!("The {what}{of} {verb} read from {}.", names.join(glue))
        })
        .collect();
    if lines.is_empty() {
        return lines;
    }
    let mut paragraph = lines.join(" ");
    paragraph.push_str(
        " Without credentials the client builds, and the first call that needs them says so.",
    );
    vec![String::new(), paragraph]
}

/// What a builder of this API can be told: schemes and servers by name.
pub(super) fn builder_lines(emitter: Emitter<'_>) -> Vec<String> {
    let api = emitter.api;
    let mut lines = Vec::new();
    if api.auth.len() > 1 {
        lines.extend([String::new(), "Auth schemes:".to_owned(), String::new()]);
        lines.extend(api.auth.iter().map(|scheme| {
            let what = match &scheme.kind {
                AuthKind::Bearer => "a bearer token".to_owned(),
                AuthKind::Basic => "a user's name and password".to_owned(),
                AuthKind::Header(name) => format!("a key in the header `{name}`"),
                AuthKind::Query(name) => format!("a key in the query parameter `{name}`"),
                AuthKind::Cookie(name) => format!("a key in the cookie `{name}`"),
                AuthKind::OAuth2 { .. } => "a token for client credentials".to_owned(),
                AuthKind::Extended => "a scheme of the client".to_owned(),
            };
            format!("- `{}`: {what}{}", scheme.name.rust, words(&scheme.docs))
        }));
    }
    if api.servers.iter().any(|server| !server.variables.is_empty()) {
        lines.extend([String::new(), "Variables of servers:".to_owned(), String::new()]);
        for server in &api.servers {
            lines.extend(server.variables.iter().map(|variable| {
                let default = match &variable.default {
                    Some(default) => format!("`{default}` by default"),
                    None => "has to be set".to_owned(),
                };
                format!(
                    "- `{}` in `{}`: {default}{}",
                    variable.name,
                    server.url,
                    words(&variable.docs)
                )
            }));
        }
    }
    lines
}

/// Docs as the end of a line.
fn words(docs: &[String]) -> String {
    if docs.is_empty() { String::new() } else { format!(". {}", docs.join(" ")) }
}
