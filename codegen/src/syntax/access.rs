//! Where an API lives and how a client proves who it is: `server` and `auth`.

use super::parser::Parser;
use super::tree::{Auth, Env, Meta, Need, Scheme, SchemeKind, Server, Use, Word};
use crate::source::{Span, Token};
use crate::vocabulary::Vocabulary;

/// The keywords of schemes.
pub(super) const SCHEMES: [&str; 6] = ["bearer", "basic", "header", "query", "cookie", "oauth2"];

/// What `auth` says in an `api` block.
pub(super) enum ApiAuth {
    /// It declares a scheme.
    Scheme(Auth),
    /// It says which schemes every endpoint needs.
    Need(Need),
}

impl Parser<'_> {
    /// `server "https://..." as name for /prefix { variables }`
    pub(super) fn server(&mut self, meta: Meta) -> Option<Server> {
        let span = self.span();
        self.skip();
        let url = self.text("the base URL in quotes")?;
        let name = self.as_name()?;
        let prefix = if self.eat_word("for") { Some(self.prefix()?) } else { None };
        let variables = if self.at_group('{') { self.plain_field_block()? } else { Vec::new() };
        Some(Server { meta, span, url, name, prefix, variables })
    }

    /// `auth` in an `api` block: a scheme, or what every endpoint needs.
    pub(super) fn api_auth(&mut self, meta: Meta) -> Option<ApiAuth> {
        let span = self.span();
        self.skip();
        let Token::Ident(word) = self.peek() else {
            self.expected("an auth scheme such as `bearer`");
            return None;
        };
        let is_used = self.peek_at(1) == &Token::Punct('|')
            || self.peek_at(1) == &Token::Punct('&')
            || matches!(self.peek_at(1), Token::Open { bracket: '(', .. });
        if SCHEMES.contains(&word.as_str()) && !is_used {
            return self.scheme(meta).map(ApiAuth::Scheme);
        }
        let scheme = Word { text: word.clone(), span: self.span() };
        let need = self.need(meta, span)?;
        if self.at_punct('=') || self.at_word("as") {
            let message = format!("unknown auth scheme `{}`", scheme.text);
            self.unknown(scheme.span, message, &scheme.text, &SCHEMES);
            return None;
        }
        Some(ApiAuth::Need(need))
    }

    /// `auth` in an endpoint: which schemes it needs.
    pub(super) fn endpoint_auth(&mut self, meta: Meta) -> Option<Need> {
        let span = self.span();
        self.skip();
        let start = self.span();
        let need = self.need(meta, span)?;
        if self.at_punct('=') || self.at_word("as") || self.at_scheme_name(start) {
            self.error_help(
                start,
                "an auth scheme is declared in the `api` block; an endpoint says which it needs",
                "`auth name`, `auth a | b`, `auth a & b` or `auth none`",
            );
            return None;
        }
        Some(need)
    }

    /// Whether this is the name after `header`, `query` or `cookie`, or the block after `oauth2`.
    fn at_scheme_name(&self, keyword: Span) -> bool {
        if keyword != self.previous_span() {
            return false;
        }
        match self.sources.token(keyword.first as usize) {
            Token::Ident(word) if ["header", "query", "cookie"].contains(&word.as_str()) => {
                self.at_name() && !matches!(self.peek_at(1), Token::Open { .. })
            }
            Token::Ident(word) => word == "oauth2" && self.at_group('{'),
            _ => false,
        }
    }

    /// `bearer as name = env("A")`
    fn scheme(&mut self, meta: Meta) -> Option<Auth> {
        self.keyword(Vocabulary::Scheme);
        let keyword = self.ident("an auth scheme such as `bearer`")?;
        let kind = match keyword.text.as_str() {
            "basic" => SchemeKind::Basic,
            "header" => SchemeKind::Header(self.wire_name("the name of a header")?),
            "query" => SchemeKind::Query(self.wire_name("the name of a query parameter")?),
            "cookie" => SchemeKind::Cookie(self.wire_name("the name of a cookie")?),
            "oauth2" => SchemeKind::OAuth2(self.plain_field_block()?),
            _ => SchemeKind::Bearer,
        };
        let scheme = Scheme { keyword, kind };
        let name = self.as_name()?;
        let env = if self.eat_punct('=') { Some(self.env()?) } else { None };
        Some(Auth { meta, scheme, name, env })
    }

    /// `env("A", "B")`
    pub(super) fn env(&mut self) -> Option<Env> {
        let start = self.span();
        if !self.eat_word("env") || !self.at_group('(') {
            // What stands there may be a secret, and is not repeated.
            self.error_help(
                self.span(),
                "expected the environment variable that holds the credentials",
                "`env(\"VARIABLE\")`: a spec holds no secrets",
            );
            return None;
        }
        let (span, problems) = (self.span(), self.diags.len());
        let variables = self.strings("the name of a variable in quotes")?;
        if variables.is_empty() {
            if self.diags.len() == problems {
                self.error(span, "`env` needs the name of a variable");
            }
            return None;
        }
        Some(Env { variables, span: self.since(start) })
    }

    /// `none`, or alternatives of schemes that are used together.
    fn need(&mut self, meta: Meta, span: Span) -> Option<Need> {
        let mut alternatives = vec![vec![self.use_()?]];
        loop {
            if self.eat_punct('|') {
                alternatives.push(vec![self.use_()?]);
            } else if self.eat_punct('&') {
                let together = self.use_()?;
                if let Some(last) = alternatives.last_mut() {
                    last.push(together);
                }
            } else {
                break;
            }
        }
        let is_none = |one: &Use| one.scheme.text == "none";
        let none =
            alternatives.iter().flatten().find(|one| is_none(one)).map(|one| one.scheme.span);
        match (none, alternatives.as_slice()) {
            (None, _) => {}
            (Some(_), [only]) if only.len() == 1 => alternatives.clear(),
            (Some(none), _) => {
                self.error(none, "`none` is no scheme: it stands alone, as `auth none`");
                return None;
            }
        }
        Some(Need { meta, span, alternatives })
    }

    /// `scheme` or `scheme("scope", "scope")`
    fn use_(&mut self) -> Option<Use> {
        let scheme = self.ident("the name of an auth scheme, or `none`")?;
        let mut scopes = Vec::new();
        if self.at_group('(') {
            scopes = self.strings("a scope in quotes")?;
        }
        Some(Use { scheme, scopes })
    }

    /// `("a", "b")`
    fn strings(&mut self, each: &str) -> Option<Vec<Word>> {
        self.group(|p| p.comma_list(|p| p.text(each)))
    }
}
