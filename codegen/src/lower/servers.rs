//! The `api` block: where the API lives and how a client proves who it is.

use super::{Lowering, naming::Case};
use crate::model::{Auth, Name, Server};
use crate::syntax::tree;

impl Lowering<'_> {
    /// Lowers the `api` block, its errors aside.
    pub(super) fn lower_header(&mut self) {
        let Some(header) = self.header else {
            if !self.endpoints.is_empty() {
                let span = self.endpoints.first().map(|(_, e)| e.name.span).unwrap_or_default();
                self.error_help(
                    span,
                    "a spec with endpoints needs an `api` block",
                    Some("`api Name { server \"https://...\" }`".into()),
                );
            }
            return;
        };
        self.allow_attrs(
            &header.meta,
            &["title", "version", "license", "tag", "x"],
            "an `api` block",
        );
        self.check_pascal_case(&header.name);
        self.api.name = Some(Name::plain(&header.name.text, header.name.span));
        let mut meta = header.meta.clone();
        if meta.docs.is_empty() {
            meta.docs = std::mem::take(&mut self.api.docs);
        }
        self.api.docs = self.docs(&meta);
        self.lower_servers(header);
        self.lower_auth(header);
    }

    fn lower_servers(&mut self, header: &tree::Api) {
        if header.servers.is_empty() {
            self.error_help(
                header.name.span,
                "an `api` block needs a server",
                Some("`server \"https://api.example.com\"`".into()),
            );
        }
        for (index, server) in header.servers.iter().enumerate() {
            self.allow_attrs(&server.meta, &[], "a server");
            self.check_url(&server.url);
            let prefix = server.prefix.as_ref().map_or("", |prefix| prefix.text.as_str());
            let prefix = prefix.trim_end_matches('/');
            if index == 0 {
                prefix.clone_into(&mut self.prefix);
            } else if prefix != self.prefix {
                let span = server.prefix.as_ref().map_or(server.url.span, |prefix| prefix.span);
                self.error(span, "servers for different paths are not supported yet");
            }
            let name = server.name.as_ref().map(|word| {
                let name = tree::Name { wire: word.clone(), rust: None };
                self.check_snake_case(word);
                self.name(&name, Case::Snake)
            });
            if name.is_none() && header.servers.len() > 1 {
                self.error_help(
                    server.url.span,
                    "where there are several servers each needs a name",
                    Some("`server \"...\" as production`".into()),
                );
            }
            if let Some(name) = &name {
                let taken = |other: &Server| {
                    other.name.as_ref().is_some_and(|other| other.rust == name.rust)
                };
                if self.api.servers.iter().any(taken) {
                    self.error(name.span, format!("server `{}` is declared twice", name.wire));
                    continue;
                }
            }
            self.api.servers.push(Server {
                name,
                url: server.url.text.clone(),
                docs: server.meta.docs.clone(),
            });
        }
    }

    fn check_url(&mut self, url: &tree::Word) {
        let rest = url.text.strip_prefix("https://").or_else(|| url.text.strip_prefix("http://"));
        let problem = match rest {
            None => Some("a server is an absolute URL: `https://host/path`"),
            Some(rest) if rest.is_empty() || rest.starts_with('/') => Some("the URL has no host"),
            Some(rest) if rest.contains(['?', '#']) => {
                Some("a server's URL has no query and no fragment")
            }
            Some(rest) if rest.split('/').next().is_some_and(|host| host.contains('@')) => {
                Some("a server's URL holds no user name or password")
            }
            Some(rest) if rest.contains(['{', '}']) => {
                Some("variables in a server's URL are not supported yet")
            }
            Some(rest) if rest.chars().any(|c| c.is_whitespace() || c.is_control()) => {
                Some("a URL has no spaces")
            }
            Some(_) => None,
        };
        if let Some(problem) = problem {
            self.error(url.span, problem);
        }
    }

    fn lower_auth(&mut self, header: &tree::Api) {
        for auth in &header.auths {
            self.allow_attrs(&auth.meta, &[], "an `auth` line");
            if self.api.auth.is_some() {
                self.error(auth.scheme.span, "a second auth scheme is not supported yet");
                continue;
            }
            for variable in &auth.env {
                let text = variable.text.as_str();
                if text.is_empty() || text.contains(['=', '\0']) {
                    self.error(variable.span, "not the name of an environment variable");
                }
            }
            let env = auth.env.iter().map(|variable| variable.text.clone()).collect();
            self.api.auth = Some(Auth { env });
        }
    }
}
