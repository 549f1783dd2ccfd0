//! Endpoints become operations.

use super::members::{At, Members, Way};
use super::{Lowering, attrs::find, naming::Case};
use crate::model::name::{escape, pascal_case};
use crate::model::{
    Access, Body, Field, FieldContent, Method, ModuleId, Name, Operation, OperationId, Place,
    Presence,
};
use crate::source::Span;
use crate::syntax::tree::{self, Payload, Section};

/// The sections of an endpoint as they are gathered.
#[derive(Default)]
struct Sections<'a> {
    query: Option<&'a tree::Block>,
    header: Option<&'a tree::Block>,
    body: Option<&'a tree::Body>,
    responses: Vec<&'a tree::Response>,
    errors: Vec<&'a [tree::Case]>,
}

impl<'a> Lowering<'a> {
    /// Lowers every endpoint.
    pub(super) fn lower_operations(&mut self) {
        for (module, endpoint) in self.endpoints.clone() {
            self.lower_operation(endpoint, module);
        }
    }

    fn lower_operation(&mut self, endpoint: &'a tree::Endpoint, module: ModuleId) {
        let allowed = ["deprecated", "sunset", "since", "title", "tag", "x"];
        self.allow_attrs(&endpoint.meta, &allowed, "an endpoint");
        let deprecated = self.deprecated(&endpoint.meta);
        let docs = self.docs(&endpoint.meta);
        self.check_snake_case(&endpoint.name);
        let mut name = Name::plain(&endpoint.name.text, endpoint.name.span);
        name.rust = escape(name.rust);
        let request = Name {
            wire: name.wire.clone(),
            rust: escape(pascal_case(&endpoint.name.text)),
            span: name.span,
        };
        let method = self.method(&endpoint.method);
        let (path, mut fields) = self.lower_path(&endpoint.path, module);
        let sections = self.gather(endpoint);
        let mut members = Members::default();
        let at = At { place: Place::Query, module, way: Way::Request, owner: &request.rust };
        let body = self.lower_parameters(&sections, method, at, &mut members, endpoint);
        fields.append(&mut members.fields);
        let (responses, content) =
            self.lower_responses(&sections.responses, endpoint, &request, module);
        let mut failures = Vec::new();
        for cases in sections.errors {
            failures.extend(self.error_cases(cases, module));
        }
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
            path,
            fields,
            rest: members.rest,
            comparisons: members.comparisons,
            body,
            responses,
            content,
            failures,
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
                Section::Body(body) => sections.body.replace(body).map(|_| (body.span, "body")),
                Section::Response(response) => {
                    sections.responses.push(response);
                    None
                }
                Section::Errors(cases) => {
                    sections.errors.push(cases);
                    None
                }
                Section::Example(_) => None,
            };
            if let Some((span, what)) = again {
                self.error(span, format!("an endpoint has one `{what}` section; this is a second"));
            }
        }
        sections
    }

    /// Adds the fields of query, header and body in the order in which the sections are written.
    fn lower_parameters(
        &mut self,
        sections: &Sections<'a>,
        method: Method,
        at: At<'_>,
        members: &mut Members,
        endpoint: &'a tree::Endpoint,
    ) -> Body {
        let mut body_kind = Body::Empty;
        for section in &endpoint.sections {
            match section {
                Section::Query(block)
                    if sections.query.is_some_and(|one| std::ptr::eq(one, block)) =>
                {
                    self.allow_attrs(&block.meta, &["check"], "a `query` section");
                    self.block(
                        &block.meta,
                        &block.fields,
                        At { place: Place::Query, ..at },
                        members,
                    );
                }
                Section::Header(block)
                    if sections.header.is_some_and(|one| std::ptr::eq(one, block)) =>
                {
                    self.allow_attrs(&block.meta, &[], "a `header` section");
                    self.block(
                        &block.meta,
                        &block.fields,
                        At { place: Place::Header, ..at },
                        members,
                    );
                }
                Section::Body(body) if sections.body.is_some_and(|one| std::ptr::eq(one, body)) => {
                    body_kind =
                        self.lower_body(body, method, At { place: Place::Body, ..at }, members);
                }
                _ => {}
            }
        }
        body_kind
    }

    /// Adds the fields of a section to those of the sections before it.
    fn block(
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

    fn lower_body(
        &mut self,
        body: &tree::Body,
        method: Method,
        at: At<'_>,
        members: &mut Members,
    ) -> Body {
        self.allow_attrs(&body.meta, &["x", "check"], "a `body` section");
        let allowed = find(&body.meta, "x").is_some_and(|attr| {
            attr.args.iter().any(|arg| arg.key.as_ref().is_some_and(|key| key.text == "allow"))
        });
        if !method.takes_body() && !allowed {
            self.error_help(
                body.span,
                format!("a {} request has no body (RFC 9110, section 9.3)", method.name()),
                Some("if this API wants one all the same, write `#[x(allow)] body ...`".into()),
            );
        }
        match &body.payload {
            Payload::Fields(list) => {
                self.block(&body.meta, list, at, members);
                Body::Fields
            }
            Payload::Type(ty) => {
                if let Some(attr) = find(&body.meta, "check") {
                    self.error(attr.span, "`#[check]` stands on the struct that has the fields");
                }
                if let Some(span) = ty.nullable {
                    self.error(span, "a body that is `null` is not supported yet");
                }
                let resolved = self.resolve(ty, at.module);
                let constraints = super::checks::describe(&resolved.checks);
                members.fields.push(Field {
                    name: Name::plain("body", body.span),
                    docs: body.meta.docs.clone(),
                    deprecated: None,
                    presence: Presence::Required,
                    content: FieldContent::Value { ty: resolved, boxed: false },
                    default: None,
                    sensitive: false,
                    access: Access::Both,
                    place: Place::Payload,
                    constraints,
                });
                Body::Payload
            }
        }
    }

    /// The Rust name that a word derives to, for the names of inline types.
    pub(super) fn inline_name(&mut self, request: &Name, suffix: &str) -> Name {
        let word = tree::Word { text: format!("{}{suffix}", request.rust), span: request.span };
        self.name(&tree::Name { wire: word, rust: None }, Case::Pascal)
    }
}
