//! Several responses: those of different statuses become the variants of an enum, and of those that
//! differ in their media type the caller asks for one.

use super::{Lowering, responses::Declared};
use crate::model::name::{escape, is_identifier, pascal_case, snake_case};
use crate::model::{
    Alternative, Encoding, EncodingKind, ModuleId, Name, Response, Shape, StatusKind, Success,
    TypeDef, TypeId, Variant,
};
use crate::syntax::tree;

impl Lowering<'_> {
    /// What a success is, and what it is in each other media type.
    pub(super) fn lower_success(
        &mut self,
        mut declared: Vec<Declared<'_>>,
        request: &Name,
        module: ModuleId,
    ) -> (Success, Vec<Alternative>) {
        let others = other_media(&declared);
        let is_one = declared.windows(2).all(|pair| match pair {
            [one, other] => {
                one.response.content == other.response.content
                    && one.response.encoding == other.response.encoding
            }
            _ => true,
        });
        if is_one {
            // Headers of several responses are those of one.
            let headers: Vec<_> =
                declared.iter().filter_map(|one| one.written.headers.as_ref()).collect();
            let content = declared.first().and_then(|one| one.response.content.clone());
            let count = declared.len();
            let answer =
                self.lower_answer(&headers, (count, content.as_ref()), (request, ""), module);
            for Declared { response, .. } in &mut declared {
                response.answer = answer;
            }
        } else {
            for Declared { response, written } in &mut declared {
                let headers: Vec<_> = written.headers.iter().collect();
                let content = (1, response.content.as_ref());
                let of = (request, response.name.rust.as_str());
                response.answer = self.lower_answer(&headers, content, of, module);
            }
        }
        let success = self.success(&declared, None, (request, ""), module);
        let alternatives = others
            .into_iter()
            .map(|(encoding, media)| {
                let request = Name {
                    wire: request.wire.clone(),
                    rust: format!("{}{}", request.rust, media.rust),
                    span: media.span,
                };
                let of = (&request, media.wire.as_str());
                let success = self.success(&declared, Some(&encoding), of, module);
                let rust = escape(format!("accept_{}", snake_case(&media.rust)));
                Alternative { name: Name { rust, ..media }, request, success }
            })
            .collect();
        (success, alternatives)
    }

    /// The response of each status: the one in this media type, or else the first.
    fn success(
        &mut self,
        declared: &[Declared<'_>],
        encoding: Option<&Encoding>,
        (request, media): (&Name, &str),
        module: ModuleId,
    ) -> Success {
        let mut responses: Vec<Response> = Vec::new();
        for Declared { response, .. } in declared {
            match responses.iter_mut().find(|one| one.status == response.status) {
                Some(known) if Some(&response.encoding) == encoding => {
                    *known = Response { name: known.name.clone(), ..response.clone() };
                }
                Some(_) => {}
                None => responses.push(response.clone()),
            }
        }
        let holds = |one: &Response| (one.value(), one.encoding.clone());
        let is_one = responses.windows(2).all(|pair| match pair {
            [one, other] => holds(one) == holds(other),
            _ => true,
        });
        let outcome = (!is_one).then(|| self.outcome(&responses, (request, media), module));
        // A status is none of its class where it has a response of its own.
        responses.sort_by_key(|response| matches!(response.status, StatusKind::Class(_)));
        Success { responses, outcome }
    }

    /// The enum of several responses.
    fn outcome(
        &mut self,
        responses: &[Response],
        (request, media): (&Name, &str),
        module: ModuleId,
    ) -> TypeId {
        let asked = if media.is_empty() { String::new() } else { format!(" as `{media}`") };
        let variants = responses.iter().map(|response| Variant {
            name: response.name.clone(),
            docs: response.docs.clone(),
            deprecated: None,
            payload: response.value(),
            boxed: false,
        });
        let shape = Shape::Outcome(variants.collect());
        let docs = format!("What `{}` answers{asked}: the status says which.", request.wire);
        let name = Name { rust: format!("{}Outcome", request.rust), ..request.clone() };
        self.add_type(TypeDef::made(name, docs, module, shape))
    }
}

/// The media types in which a status has a second response, and what they are called.
fn other_media(declared: &[Declared<'_>]) -> Vec<(Encoding, Name)> {
    let mut others: Vec<(Encoding, Name)> = Vec::new();
    for (index, Declared { response, written }) in declared.iter().enumerate() {
        let mut before = declared.iter().take(index);
        let is_second = before.any(|one| one.response.status == response.status);
        if is_second && !others.iter().any(|(known, _)| *known == response.encoding) {
            others.push((response.encoding.clone(), media_name(written, &response.encoding)));
        }
    }
    others
}

/// The name of a media type: its subtype, or its encoding where the page names no type.
pub(super) fn media_name(written: &tree::Response, encoding: &Encoding) -> Name {
    let media = written.encoding.as_ref().and_then(|encoding| encoding.media.as_ref());
    let text = match media {
        Some(word) => subtype(&word.text),
        None => match encoding.kind {
            EncodingKind::Text => "text",
            EncodingKind::Bytes => "bytes",
            EncodingKind::Form => "form",
            _ => "json",
        },
    };
    let mut rust = pascal_case(text);
    if !is_identifier(&rust) {
        rust = format!("Media{rust}");
    }
    let span = match (media, &written.encoding) {
        (Some(word), _) => word.span,
        (None, Some(encoding)) => encoding.span,
        (None, None) => written.status.span,
    };
    Name { wire: encoding.media.clone(), rust, span }
}

/// What is specific in a media type: `csv` of `text/csv; charset=utf-8`, `image` of `image/*`.
fn subtype(media: &str) -> &str {
    let essence = media.split(';').next().unwrap_or_default().trim();
    match essence.split_once('/') {
        Some((kind, "*")) => kind,
        Some((_, subtype)) => subtype,
        None => essence,
    }
}

/// The name of the variant of a status (RFC 9110, section 15.3, and those registered since).
pub(super) fn status_name(status: StatusKind) -> String {
    let name = match status {
        StatusKind::Code(200) => "Ok",
        StatusKind::Code(201) => "Created",
        StatusKind::Code(202) => "Accepted",
        StatusKind::Code(203) => "NonAuthoritative",
        StatusKind::Code(204) => "NoContent",
        StatusKind::Code(205) => "ResetContent",
        StatusKind::Code(206) => "PartialContent",
        StatusKind::Code(207) => "MultiStatus",
        StatusKind::Code(208) => "AlreadyReported",
        StatusKind::Code(226) => "ImUsed",
        StatusKind::Code(code) => return format!("Status{code}"),
        StatusKind::Class(_) | StatusKind::Any => "Success",
    };
    name.to_owned()
}
