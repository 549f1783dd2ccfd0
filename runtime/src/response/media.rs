//! What the headers of a response say of its body.

use http::HeaderMap;

/// Whether the headers say what nearly all responses say, so that there is nothing to look into.
pub(super) fn is_plain_json(headers: &HeaderMap) -> bool {
    let content_type = headers.get(http::header::CONTENT_TYPE);
    content_type.is_some_and(|content_type| content_type == "application/json")
        && !headers.contains_key(http::header::CONTENT_ENCODING)
}

/// What the headers say of the body.
pub(super) struct Media {
    /// The media type in lower case, without its parameters.
    essence: Option<String>,
    charset: Option<String>,
    encoding: Option<String>,
}

impl Media {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let text = |name| {
            let value = headers.get(name)?.to_str().ok()?;
            Some(value.trim().to_ascii_lowercase())
        };
        let content_type = text(http::header::CONTENT_TYPE);
        let charset = content_type.as_deref().and_then(|content_type| {
            let parameters = content_type.split(';').skip(1);
            let mut values =
                parameters.filter_map(|parameter| parameter.trim().strip_prefix("charset="));
            values.next().map(|charset| charset.trim_matches('"').to_owned())
        });
        let essence = content_type
            .map(|content_type| {
                content_type.split(';').next().unwrap_or_default().trim().to_owned()
            })
            .filter(|essence| !essence.is_empty());
        Self { essence, charset, encoding: text(http::header::CONTENT_ENCODING) }
    }

    fn is_json(&self) -> bool {
        self.essence
            .as_deref()
            .is_none_or(|essence| essence.ends_with("/json") || essence.ends_with("+json"))
    }

    /// Why the body cannot be what is declared, whatever it is and its bytes are.
    pub(super) fn encoded(&self) -> Option<String> {
        let encoding = self.encoding.as_deref().filter(|encoding| *encoding != "identity")?;
        Some(format!("the body has the encoding `{encoding}`, which was not asked for"))
    }

    /// Why the body cannot be JSON, whatever its bytes are.
    pub(super) fn refusal(&self) -> Option<String> {
        if let Some(reason) = self.encoded() {
            return Some(reason);
        }
        if let Some(charset) = self.other_charset() {
            return Some(format!(
                "the body has the charset `{charset}`; JSON is UTF-8 (RFC 8259, section 8.1)"
            ));
        }
        let markup = ["text/html", "application/xhtml+xml", "application/xml", "text/xml"];
        match self.essence.as_deref() {
            Some(essence) if markup.contains(&essence) => {
                Some(format!("the body is `{essence}` where JSON is declared"))
            }
            _ => None,
        }
    }

    /// A charset that is not UTF-8 nor a part of it.
    pub(super) fn other_charset(&self) -> Option<&str> {
        self.charset.as_deref().filter(|charset| !matches!(*charset, "utf-8" | "utf8" | "us-ascii"))
    }

    /// A word on the media type, where it may be the reason that decoding failed.
    pub(super) fn note(&self) -> String {
        match &self.essence {
            Some(essence) if !self.is_json() => format!(" (its type is `{essence}`)"),
            _ => String::new(),
        }
    }
}
