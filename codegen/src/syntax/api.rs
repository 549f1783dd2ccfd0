//! The `api` block.

use super::parser::Parser;
use super::tree::{Api, Auth, Case, Meta, Server};
use crate::source::Token;

/// The keywords of an `api` block.
const KEYWORDS: [&str; 6] = ["server", "auth", "errors", "query", "header", "cookie"];

impl Parser<'_> {
    /// `api Name { ... }`
    pub(super) fn api(&mut self, meta: Meta) -> Option<Api> {
        self.skip();
        let name = self.ident("the name of the client")?;
        if !self.at_group('{') {
            self.expected(&format!("`{{` after `api {}`", name.text));
            return None;
        }
        let mut api =
            Api { meta, name, servers: Vec::new(), auths: Vec::new(), errors: Vec::new() };
        self.group(|p| {
            while !p.at_end() {
                if p.api_line(&mut api).is_none() {
                    p.skip_line();
                }
            }
        })?;
        Some(api)
    }

    fn api_line(&mut self, api: &mut Api) -> Option<()> {
        let meta = self.meta();
        let Token::Ident(word) = self.peek() else {
            self.expected("`server`, `auth` or `errors`");
            self.skip();
            return None;
        };
        match word.as_str() {
            "server" => api.servers.push(self.server(meta)?),
            "auth" => api.auths.push(self.auth(meta)?),
            "errors" => api.errors.extend(self.errors()?),
            "query" | "header" | "cookie" => {
                self.not_yet(self.span(), "parameters of every operation are");
                self.skip();
                return None;
            }
            other => {
                let message = format!("expected `server`, `auth` or `errors`, found `{other}`");
                let other = other.to_owned();
                self.unknown(self.span(), message, &other, &KEYWORDS);
                self.skip();
                return None;
            }
        }
        Some(())
    }

    /// Goes to the next keyword of the block.
    fn skip_line(&mut self) {
        while !self.at_end() {
            let starts = match self.peek() {
                Token::Ident(word) => KEYWORDS.contains(&word.as_str()),
                Token::Doc { .. } => true,
                _ => false,
            };
            if starts {
                return;
            }
            self.skip();
        }
    }

    fn server(&mut self, meta: Meta) -> Option<Server> {
        self.skip();
        let Some(url) = self.string() else {
            self.expected("the base URL in quotes");
            return None;
        };
        let name = self.as_name()?;
        let prefix = if self.eat_word("for") { Some(self.prefix()?) } else { None };
        if self.at_group('{') {
            self.not_yet(self.span(), "variables in a server's URL are");
            self.skip();
            return None;
        }
        Some(Server { meta, url, name, prefix })
    }

    fn auth(&mut self, meta: Meta) -> Option<Auth> {
        self.skip();
        let scheme = self.ident("an auth scheme such as `bearer`")?;
        match scheme.text.as_str() {
            "bearer" => {}
            "basic" | "header" | "query" | "cookie" | "oauth2" | "none" => {
                self.not_yet(scheme.span, &format!("`auth {}` is", scheme.text));
                return None;
            }
            other => {
                let known = ["bearer", "basic", "header", "query", "cookie", "oauth2", "none"];
                self.unknown(scheme.span, format!("unknown auth scheme `{other}`"), other, &known);
                return None;
            }
        }
        let name = self.as_name()?;
        let mut env = Vec::new();
        if self.eat_punct('=') {
            if !self.eat_word("env") || !self.at_group('(') {
                self.expected("`env(\"VARIABLE\")`");
                return None;
            }
            let span = self.span();
            env = self.group(|p| {
                p.comma_list(|p| {
                    let variable = p.string();
                    if variable.is_none() {
                        p.expected("the name of a variable in quotes");
                    }
                    variable
                })
            })?;
            if env.is_empty() {
                self.error(span, "`env` needs the name of a variable");
            }
        }
        Some(Auth { meta, scheme, name, env })
    }

    /// `errors { cases }`
    pub(super) fn errors(&mut self) -> Option<Vec<Case>> {
        self.skip();
        if !self.at_group('{') {
            self.expected("`{` after `errors`");
            return None;
        }
        self.group(|p| p.comma_list(Self::case))
    }
}
