//! The `api` block, and the servers: where the API lives, and which paths are where.

use super::{Lowering, naming::Case};
use crate::model::{Name, Server};
use crate::syntax::tree;

/// The paths that are on a server.
pub(super) struct Route {
    /// What they start with; nothing for all.
    pub(super) prefix: String,
    /// The index of the server.
    pub(super) server: usize,
}

impl Lowering<'_> {
    /// Lowers the `api` block, its errors aside.
    pub(super) fn lower_header(&mut self) {
        if let Some(extend) = self.extend {
            self.lower_extend(extend);
            return;
        }
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
        let attrs = [
            "title",
            "version",
            "license",
            "tag",
            "x",
            "retry",
            "timeout",
            "idempotency_key",
            "signature",
        ];
        self.allow_attrs(&header.meta, &attrs, "an `api` block");
        self.lower_attempts_of_all(&header.meta);
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
        if header.servers.is_empty() && !header.lost_server {
            self.error_help(
                header.name.span,
                "an `api` block needs a server",
                Some("`server \"https://api.example.com\"`".into()),
            );
        }
        for server in &header.servers {
            if server.name.is_none() && header.servers.len() > 1 {
                self.error_help(
                    server.url.span,
                    "where there are several servers each needs a name",
                    Some("`server \"...\" as production`".into()),
                );
            }
            let prefix = prefix(server);
            let first = self.routes.iter().find(|route| route.prefix == prefix);
            let first = first.map(|route| route.server);
            let index = self.lower_server(server, first);
            if let (None, Some(server)) = (first, index) {
                if let Some(server) = self.api.servers.get_mut(server) {
                    server.prefix = Some(prefix.clone());
                }
                self.routes.push(Route { prefix, server });
            }
        }
    }

    /// Adds a server, and returns its index. `None` where its name is that of another.
    fn lower_server(&mut self, server: &tree::Server, replaces: Option<usize>) -> Option<usize> {
        self.allow_attrs(&server.meta, &[], "a server");
        let (url, variables) = self.lower_server_url(server);
        let name = server.name.as_ref().map(|word| {
            let name = tree::Name { wire: word.clone(), rust: None };
            self.check_snake_case(word);
            self.name(&name, Case::Snake)
        });
        if let Some(name) = &name {
            let taken =
                |other: &Server| other.name.as_ref().is_some_and(|other| other.rust == name.rust);
            if self.api.servers.iter().any(taken) {
                self.error(name.span, format!("server `{}` is declared twice", name.wire));
                return None;
            }
        }
        let index = self.api.servers.len();
        self.api.servers.push(Server {
            name,
            url,
            docs: server.meta.docs.clone(),
            replaces: replaces.unwrap_or(index),
            prefix: None,
            variables,
        });
        Some(index)
    }

    /// The server that a path is on, and what of the path the server's URL stands for. An endpoint's
    /// own server comes first, then the one with the longest prefix.
    pub(super) fn route(
        &mut self,
        path: &tree::Path,
        own: Option<&tree::Server>,
    ) -> (usize, String) {
        if let (Some(own), Some(_)) = (own, self.extend) {
            self.error_help(
                own.span,
                "the servers of an extension are those of the client",
                Some(
                    "the server is the one that stands for the path, as in the client's own spec"
                        .into(),
                ),
            );
            return (0, String::new());
        }
        if let Some(own) = own {
            let server = self.own_server(own).unwrap_or_default();
            let prefix = prefix(own);
            if !is_below(path, &prefix) {
                let message =
                    format!("this path is not below `{prefix}`, for which its server stands");
                self.error(path.span, message);
            }
            return (server, prefix);
        }
        let below = self.routes.iter().filter(|route| is_below(path, &route.prefix));
        if let Some(route) = below.max_by_key(|route| route.prefix.len()) {
            return (route.server, route.prefix.clone());
        }
        let is_lost = self.header.is_none_or(|header| header.lost_server);
        if !self.routes.is_empty() && !is_lost {
            let prefixes: Vec<_> =
                self.routes.iter().map(|route| format!("`{}`", route.prefix)).collect();
            let prefixes = prefixes.join(" and ");
            let message = format!("no server stands for this path; they stand for {prefixes}");
            self.error(path.span, message);
        }
        (0, String::new())
    }

    /// The server of one endpoint. Endpoints that write the same one share it.
    fn own_server(&mut self, own: &tree::Server) -> Option<usize> {
        let same = |other: &Server| {
            let name = other.name.as_ref().map(|name| &name.wire);
            name == own.name.as_ref().map(|name| &name.text) && other.url == own.url.text
        };
        match self.api.servers.iter().position(same) {
            Some(index) => Some(index),
            None => self.lower_server(own, None),
        }
    }
}

/// What a server stands for.
fn prefix(server: &tree::Server) -> String {
    let prefix = server.prefix.as_ref().map_or("", |prefix| prefix.text.as_str());
    prefix.trim_end_matches('/').to_owned()
}

/// Whether a path starts with a prefix, at the end of a segment.
fn is_below(path: &tree::Path, prefix: &str) -> bool {
    let rest = match path.parts.first() {
        Some(tree::PathPart::Text(text)) => text.strip_prefix(prefix),
        _ => prefix.is_empty().then_some(""),
    };
    rest.is_some_and(|rest| {
        prefix.is_empty() || rest.starts_with('/') || (rest.is_empty() && path.parts.len() == 1)
    })
}
