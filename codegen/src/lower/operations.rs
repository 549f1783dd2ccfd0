//! Endpoints become operations.

use super::{
    Lowering,
    attempts::key_docs,
    common::parameters,
    members::{At, Members, Way},
    naming::Case,
    streams::rename_lost_asks,
};
use crate::model::name::{escape, pascal_case};
use crate::model::{Body, Encoding, Method, ModuleId, Name, Operation, OperationId, Place};
use crate::source::Span;
use crate::syntax::tree::{self, Section};

/// The sections of an endpoint as they are gathered.
#[derive(Default)]
struct Sections<'a> {
    query: Option<&'a tree::Block>,
    header: Option<&'a tree::Block>,
    cookie: Option<&'a tree::Block>,
    body: Option<&'a tree::Body>,
    responses: Vec<&'a tree::Response>,
    errors: Vec<&'a [tree::Case]>,
    auth: Option<&'a tree::Need>,
    server: Option<&'a tree::Server>,
}

impl<'a> Lowering<'a> {
    /// Lowers every endpoint.
    pub(super) fn lower_operations(&mut self) {
        self.lower_common();
        for (module, endpoint) in self.endpoints.clone() {
            self.lower_operation(endpoint, module);
        }
    }

    fn lower_operation(&mut self, endpoint: &'a tree::Endpoint, module: ModuleId) {
        let attrs = [
            "deprecated",
            "sunset",
            "since",
            "title",
            "tag",
            "x",
            "retry",
            "timeout",
            "idempotent",
            "paginate",
            "wait",
        ];
        self.allow_attrs(&endpoint.meta, &attrs, "an endpoint");
        let deprecated = self.deprecated(&endpoint.meta);
        let mut docs = self.docs(&endpoint.meta);
        self.check_snake_case(&endpoint.name);
        let mut name = Name::plain(&endpoint.name.text, endpoint.name.span);
        name.rust = escape(name.rust);
        let request = Name {
            wire: name.wire.clone(),
            rust: escape(pascal_case(&endpoint.name.text)),
            span: name.span,
        };
        let method = self.method(&endpoint.method);
        let sections = self.gather(endpoint);
        let key = sections.header.and_then(|header| self.key_field(header, method));
        docs.extend(sections.header.map(key_docs).unwrap_or_default());
        let idempotency = self.idempotency(&endpoint.meta, method, key);
        let rules = self.attempt_rules(&endpoint.meta);
        let (server, prefix) = self.route(&endpoint.path, sections.server);
        let (path, mut fields) = self.lower_path(&endpoint.path, &prefix, module);
        let mut members = Members::default();
        let at = At { place: Place::Query, module, way: Way::Request, owner: &request.rust };
        let (body, body_encoding) =
            self.lower_parameters(&sections, (method, &request), at, &mut members, endpoint);
        fields.append(&mut members.fields);
        self.add_common(&mut fields);
        let (streams, whole): (Vec<_>, Vec<_>) =
            sections.responses.iter().partition(|response| response.stream.is_some());
        let declared = if whole.is_empty() && !streams.is_empty() {
            Vec::new()
        } else {
            self.lower_responses(&whole, endpoint, &request, module)
        };
        let (success, alternatives) = self.lower_success(declared, &request, module);
        let stream = self.lower_stream(&streams, &fields, &request, module, whole.is_empty());
        if stream.as_ref().is_none_or(|stream| stream.when.is_none()) {
            rename_lost_asks(&sections.responses, &mut fields);
        }
        let paging = self.paging(endpoint, method, &fields, &success);
        let mut failures = Vec::new();
        for cases in sections.errors {
            failures.extend(self.error_cases(cases, module));
        }
        let need = sections.auth.map(|need| self.lower_need(need, &["none"]));
        let id = OperationId(self.api.operations.len());
        if let Some(module) = self.api.modules.get_mut(module.0) {
            module.operations.push(id);
        }
        self.api.operations.push(Operation {
            name,
            request,
            docs,
            deprecated,
            module,
            method,
            template: super::paths::template(&endpoint.path),
            span: endpoint.path.span,
            path,
            fields,
            rest: members.rest,
            comparisons: members.comparisons,
            body,
            body_encoding,
            success,
            alternatives,
            stream,
            failures,
            idempotency,
            rules,
            server,
            need,
            paging,
            wait: None,
        });
    }

    fn method(&mut self, word: &tree::Word) -> Method {
        Method::ALL.into_iter().find(|method| method.name() == word.text).unwrap_or_else(|| {
            self.error(word.span, format!("`{}` is not a method", word.text));
            Method::Get
        })
    }

    /// Sorts the sections by kind. A section that may stand once is reported where it stands again.
    fn gather(&mut self, endpoint: &'a tree::Endpoint) -> Sections<'a> {
        let mut sections = Sections::default();
        for section in &endpoint.sections {
            let again: Option<(Span, &str)> = match section {
                Section::Query(block) => {
                    sections.query.replace(block).map(|_| (block.span, "query"))
                }
                Section::Header(block) => {
                    sections.header.replace(block).map(|_| (block.span, "header"))
                }
                Section::Cookie(block) => {
                    sections.cookie.replace(block).map(|_| (block.span, "cookie"))
                }
                Section::Body(body) => sections.body.replace(body).map(|_| (body.span, "body")),
                Section::Response(response) => {
                    sections.responses.push(response);
                    None
                }
                Section::Errors(cases) => {
                    sections.errors.push(cases);
                    None
                }
                Section::Auth(need) => sections.auth.replace(need).map(|_| (need.span, "auth")),
                Section::Server(server) => {
                    sections.server.replace(server).map(|_| (server.span, "server"))
                }
                Section::Example(_) => None,
            };
            if let Some((span, what)) = again {
                let message = format!("an endpoint has one `{what}` section; this is a second");
                let help = (what == "body").then(|| {
                    "for a body of another type declare the endpoint again, under another name"
                        .to_owned()
                });
                self.error_help(span, message, help);
            }
        }
        sections
    }

    /// Adds the fields of query, header, cookies and body in the order in which the sections are written.
    fn lower_parameters(
        &mut self,
        sections: &Sections<'a>,
        (method, request): (Method, &Name),
        at: At<'_>,
        members: &mut Members,
        endpoint: &'a tree::Endpoint,
    ) -> (Body, Encoding) {
        let kept = [sections.query, sections.header, sections.cookie];
        let mut found = (Body::Empty, Encoding::default());
        for section in &endpoint.sections {
            if let Section::Body(body) = section {
                if sections.body.is_some_and(|one| std::ptr::eq(one, body)) {
                    self.check_body_section(body, method);
                    found = self.lower_body(body, request, at, members);
                }
            }
            let Some((block, place, what)) = parameters(section) else { continue };
            if kept.iter().flatten().any(|one| std::ptr::eq(*one, block)) {
                let allowed: &[&str] = if place == Place::Query { &["check"] } else { &[] };
                self.allow_attrs(&block.meta, allowed, what);
                self.block(&block.meta, &block.fields, At { place, ..at }, members);
            }
        }
        found
    }

    /// Adds the fields of a section to those of the sections before it.
    pub(super) fn block(
        &mut self,
        meta: &tree::Meta,
        list: &[tree::Member],
        at: At<'_>,
        members: &mut Members,
    ) {
        let block = self.members(list, at);
        members.comparisons.extend(self.comparisons(meta, &block.fields, at.place));
        members.comparisons.extend(block.comparisons);
        members.fields.extend(block.fields);
        match (block.rest, &members.rest) {
            (Some(rest), Some(_)) => {
                let message = "parameters of any name are in one section; this is a second";
                self.error(rest.name.span, message);
            }
            (Some(rest), None) => members.rest = Some(rest),
            (None, _) => {}
        }
    }

    /// The Rust name that a word derives to, for the names of inline types.
    pub(super) fn inline_name(&mut self, request: &Name, suffix: &str) -> Name {
        let word = tree::Word { text: format!("{}{suffix}", request.rust), span: request.span };
        self.name(&tree::Name { wire: word, rust: None }, Case::Pascal)
    }
}
