//! The `api` block.

use super::access::ApiAuth;
use super::parser::Parser;
use super::tree::{Api, Case, Meta, Section};
use crate::diagnostic::suggest;
use crate::source::Token;
use crate::vocabulary::Vocabulary;

/// The keywords of an `api` block.
pub(super) const KEYWORDS: [&str; 6] = ["server", "auth", "errors", "query", "header", "cookie"];

impl Parser<'_> {
    /// `api Name { ... }`
    pub(super) fn api(&mut self, meta: Meta) -> Option<Api> {
        self.skip();
        let name = self.ident("the name of the client")?;
        if !self.at_group('{') {
            self.expected(&format!("`{{` after `api {}`", name.text));
            return None;
        }
        let mut api = Api {
            meta,
            name,
            servers: Vec::new(),
            auths: Vec::new(),
            needs: Vec::new(),
            errors: Vec::new(),
            params: Vec::new(),
            lost_server: false,
            lost_scheme: false,
        };
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
        self.keyword(Vocabulary::Api);
        let Token::Ident(word) = self.peek() else {
            self.expected("`server`, `auth` or `errors`");
            self.skip();
            return None;
        };
        match word.as_str() {
            "server" => {
                let server = self.server(meta);
                api.lost_server |= server.is_none();
                api.servers.push(server?);
            }
            "auth" => {
                let auth = self.api_auth(meta);
                api.lost_scheme |= auth.is_none();
                match auth? {
                    ApiAuth::Scheme(auth) => api.auths.push(auth),
                    ApiAuth::Need(need) => api.needs.push(need),
                }
            }
            "errors" => api.errors.extend(self.errors()?),
            "query" => api.params.push(Section::Query(self.block(meta)?)),
            "header" => api.params.push(Section::Header(self.block(meta)?)),
            "cookie" => api.params.push(Section::Cookie(self.block(meta)?)),
            other => {
                let message = format!("expected `server`, `auth` or `errors`, found `{other}`");
                let other = other.to_owned();
                match suggest(&other, KEYWORDS).as_deref() {
                    Some("server") => api.lost_server = true,
                    Some("auth") => api.lost_scheme = true,
                    _ => {}
                }
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
