//! Webhooks: what a service sends on its own.

use super::{
    Lowering,
    answers::body_field,
    attrs::find,
    bodies::bare_type,
    failures::status_kind,
    members::{At, Way},
};
use crate::model::name::{escape, pascal_case};
use crate::model::{
    Encoding, EncodingKind, ModuleId, Name, Place, Shape, Signature, StatusKind, Type, TypeDef,
    TypeId, TypeKind, Webhook, WebhookId,
};
use crate::syntax::tree::{self, Payload, Section};

/// The sections of a webhook as they are gathered.
#[derive(Default)]
struct Sections<'a> {
    header: Option<&'a tree::Block>,
    body: Option<&'a tree::Body>,
    statuses: Vec<StatusKind>,
}

impl<'a> Lowering<'a> {
    /// Lowers every webhook.
    pub(super) fn lower_webhooks(&mut self) {
        let meta = self.header.map(|header| &header.meta);
        let of_all = meta.and_then(|meta| find(meta, "signature"));
        let of_all = of_all.map(|attr| self.signature(attr));
        // Above an `extend` line a signature is misplaced, which is reported there.
        let misplaced = self.extend.is_some_and(|extend| find(&extend.meta, "signature").is_some());
        let lost = misplaced || meta.is_some_and(|meta| meta.incomplete);
        for (module, webhook) in self.webhooks.clone() {
            let signature = match find(&webhook.meta, "signature") {
                Some(attr) => self.signature(attr),
                None => of_all.clone().unwrap_or_else(|| {
                    if !lost && !webhook.meta.incomplete {
                        self.report_unsigned(webhook);
                    }
                    None
                }),
            };
            self.lower_webhook(webhook, signature.unwrap_or_default(), module);
        }
    }

    fn report_unsigned(&mut self, webhook: &tree::Webhook) {
        let name = &webhook.name;
        self.error_help(
            name.span,
            format!("`{}` does not say how it is signed: anybody could send it", name.text),
            Some(format!(
                "write `#[signature({})]` above it, or above the `api` block for all",
                super::signature::EXAMPLE
            )),
        );
    }

    fn lower_webhook(
        &mut self,
        webhook: &'a tree::Webhook,
        signature: Signature,
        module: ModuleId,
    ) {
        let attrs = ["deprecated", "sunset", "since", "title", "tag", "x", "signature"];
        self.allow_attrs(&webhook.meta, &attrs, "a webhook");
        let deprecated = self.deprecated(&webhook.meta);
        let docs = self.docs(&webhook.meta);
        self.check_snake_case(&webhook.name);
        let mut name = Name::plain(&webhook.name.text, webhook.name.span);
        name.rust = escape(name.rust);
        let event = Name {
            wire: name.wire.clone(),
            rust: escape(pascal_case(&webhook.name.text)),
            span: name.span,
        };
        let sections = self.gather_webhook(webhook);
        let (content, encoding) = match sections.body {
            Some(body) => self.delivery(body, &event, module),
            None => {
                if !webhook.incomplete {
                    let message = format!("`{}` does not say what it holds", webhook.name.text);
                    let help = "`body Type`, or `body { fields }`";
                    self.error_help(webhook.name.span, message, Some(help.into()));
                }
                (Type::plain(TypeKind::Json), Encoding::default())
            }
        };
        let headed = sections.header.map(|header| self.headed(header, &content, &event, module));
        let id = WebhookId(self.api.webhooks.len());
        if let Some(module) = self.api.modules.get_mut(module.0) {
            module.webhooks.push(id);
        }
        self.api.webhooks.push(Webhook {
            name,
            docs,
            deprecated,
            module,
            signature,
            content,
            encoding,
            headed,
            statuses: sections.statuses,
        });
    }

    /// Sorts the sections by kind, and reports those that a webhook does not have.
    fn gather_webhook(&mut self, webhook: &'a tree::Webhook) -> Sections<'a> {
        let mut sections = Sections::default();
        for section in &webhook.sections {
            let stray = match section {
                Section::Header(block) => {
                    self.allow_attrs(&block.meta, &[], "the headers of a webhook");
                    if sections.header.replace(block).is_some() {
                        self.error(
                            block.span,
                            "a webhook has one `header` section; this is a second",
                        );
                    }
                    continue;
                }
                Section::Body(body) => {
                    if sections.body.replace(body).is_some() {
                        self.error(body.span, "a webhook has one `body` section; this is a second");
                    }
                    continue;
                }
                Section::Response(response) => {
                    self.answer_to(response, &mut sections.statuses);
                    continue;
                }
                Section::Example(_) => continue,
                Section::Query(block) => (block.span, "query"),
                Section::Cookie(block) => (block.span, "cookie"),
                Section::Errors(cases) => match cases.first() {
                    Some(case) => (case.status.span, "errors"),
                    None => continue,
                },
                Section::Auth(need) => (need.span, "auth"),
                Section::Server(server) => (server.span, "server"),
            };
            let (span, what) = stray;
            self.error_help(
                span,
                format!("a webhook has no `{what}` section"),
                Some(
                    "it has `header`, `body`, `->` with the status to answer, and `example`".into(),
                ),
            );
        }
        sections
    }

    /// `-> 2xx`: what a delivery is to be answered with.
    fn answer_to(&mut self, response: &tree::Response, statuses: &mut Vec<StatusKind>) {
        self.allow_attrs(&response.meta, &[], "a response");
        let status = status_kind(response.status.kind);
        if !matches!(status, StatusKind::Code(200..=299) | StatusKind::Class(2)) {
            self.error_help(
                response.status.span,
                format!("`{status}` is not a success"),
                Some("what is not answered with 2xx is sent again".into()),
            );
            return;
        }
        let holds = response.payload.is_some()
            || response.encoding.is_some()
            || response.stream.is_some()
            || response.headers.is_some();
        if holds {
            let message = "what a delivery is answered with has a status and nothing else";
            self.error(response.status.span, message);
        }
        if statuses.contains(&status) {
            self.error(response.status.span, format!("`-> {status}` is declared twice"));
        } else {
            statuses.push(status);
        }
    }

    /// What the body of a delivery holds, and how it is written.
    fn delivery(&mut self, body: &tree::Body, event: &Name, module: ModuleId) -> (Type, Encoding) {
        self.allow_attrs(&body.meta, &["x"], "the body of a webhook");
        if let Some(span) = body.optional {
            self.error(span, "the body of a webhook is always there");
        }
        let encoding = self.lower_encoding(body.encoding.as_ref(), Way::Response);
        let span = body.encoding.as_ref().map_or(body.span, |encoding| encoding.span);
        let content = match (&body.payload, encoding.kind) {
            (_, EncodingKind::Form | EncodingKind::Multipart | EncodingKind::Ndjson) => {
                self.error_help(
                    span,
                    "a webhook holds JSON, text or bytes; others are not supported yet",
                    Some("`body text` gives it as it came".into()),
                );
                return (Type::plain(TypeKind::Json), Encoding::default());
            }
            (Some(Payload::Type(ty)), EncodingKind::Json) => self.resolve(ty, module),
            (Some(Payload::Fields(fields)), EncodingKind::Json) => {
                let docs = format!("What the body of `{}` holds.", event.wire);
                self.inline_struct(fields, event, "Body", docs, module)
            }
            (Some(Payload::Type(ty)), EncodingKind::Text) => {
                let before = self.diags.len();
                let resolved = self.resolve(ty, module);
                if self.diags.len() == before {
                    self.text_type(resolved, ty.span)
                } else {
                    resolved
                }
            }
            (None, kind) => bare_type(kind),
            (Some(_), EncodingKind::Text | EncodingKind::Bytes) => {
                self.error(span, "a webhook of text or bytes has no fields");
                bare_type(encoding.kind)
            }
        };
        (content, encoding)
    }

    /// The struct of the headers of a delivery and of what its body holds.
    fn headed(
        &mut self,
        header: &tree::Block,
        content: &Type,
        event: &Name,
        module: ModuleId,
    ) -> TypeId {
        let name = self.inline_name(event, "Event");
        let (place, way) = (Place::ResponseHeader, Way::Response);
        let at = At { place, module, way, owner: &name.rust };
        let mut fields = vec![body_field(content, header.span)];
        fields.extend(self.members(&header.fields, at).fields);
        let docs = format!("A delivery of `{}`, with its headers.", event.wire);
        self.add_type(TypeDef::made(name, docs, module, Shape::of_fields(fields, true)))
    }
}
