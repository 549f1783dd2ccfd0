//! What of an exchange may be kept in a file: headers that are known to be harmless, and of bodies
//! all but the fields that sound like secrets.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;

use crate::Json;
use crate::value::secret::REDACTED;

/// Headers whose values are kept. All others are redacted: any header may be a key.
const HARMLESS: [&str; 24] = [
    "accept",
    "accept-ranges",
    "age",
    "allow",
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-range",
    "content-type",
    "date",
    "etag",
    "expires",
    "last-event-id",
    "last-modified",
    "range",
    "request-id",
    "retry-after",
    "retry-after-ms",
    "server",
    "transfer-encoding",
    "vary",
    "x-request-id",
];

/// What a name of a field, a header or a query parameter has in it whose value is a secret.
const SUSPECT: [&str; 10] = [
    "apikey",
    "auth",
    "cookie",
    "credential",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "secret",
    "signature",
];

/// Takes secrets out of exchanges, and remembers them.
#[derive(Default)]
pub(super) struct Sanitizer {
    /// Fields of bodies that are secret whatever their names say.
    pub(super) sensitive: Vec<String>,
    /// Texts that must be in no file.
    pub(super) secrets: Vec<String>,
}

impl Sanitizer {
    /// The headers in their order, without what is not known to be harmless.
    pub(super) fn headers(&mut self, headers: &HeaderMap) -> Vec<(String, String)> {
        let mut out = Vec::new();
        for (name, value) in headers {
            let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
            let is_secret = value.is_sensitive() || is_suspect(name.as_str());
            if is_secret {
                self.learn_header(name, &text);
            }
            let is_kept = !is_secret && HARMLESS.contains(&name.as_str());
            out.push((name.as_str().to_owned(), if is_kept { text } else { REDACTED.to_owned() }));
        }
        out
    }

    /// The query without its values.
    pub(super) fn query(&mut self, query: &str) -> String {
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if is_suspect(name) || name.ends_with("key") || name.ends_with("token") {
                let value = percent_decode_str(value).decode_utf8_lossy();
                self.learn(&value);
            }
            format!("{name}={REDACTED}")
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// A body without its secret fields: JSON, lines and events of JSON, a form. Anything else stays
    /// as it is.
    pub(super) fn body(&mut self, headers: &HeaderMap, body: &[u8]) -> Vec<u8> {
        let Ok(text) = std::str::from_utf8(body) else {
            return body.to_vec();
        };
        let media = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
        if media.starts_with(b"application/x-www-form-urlencoded") {
            return self.form(text).into_bytes();
        }
        if let Some(clean) = self.json(text) {
            return clean.into_bytes();
        }
        text.split_inclusive('\n').map(|line| self.line(line)).collect::<String>().into_bytes()
    }

    /// A form without the values of secret fields.
    fn form(&mut self, text: &str) -> String {
        let pairs = text.split('&').map(|pair| match pair.split_once('=') {
            Some((name, value)) if self.is_secret_field(name) => {
                let value = value.replace('+', " ");
                self.learn(&percent_decode_str(&value).decode_utf8_lossy());
                format!("{name}={REDACTED}")
            }
            _ => pair.to_owned(),
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// A line of JSON, or of an event stream.
    fn line(&mut self, line: &str) -> String {
        let (name, rest) = match line.strip_prefix("data:") {
            Some(rest) => ("data:", rest),
            None => ("", line),
        };
        let data = rest.trim();
        let clean = self.json(data).filter(|clean| clean != data);
        clean.map_or_else(
            || line.to_owned(),
            |clean| format!("{name}{}", rest.replace(data, &clean)),
        )
    }

    /// A text of JSON without its secret fields; as it was where there are none. `None` where it is
    /// no JSON.
    fn json(&mut self, text: &str) -> Option<String> {
        let mut json = serde_json::from_str(text).ok()?;
        let mut is_changed = false;
        self.clean(&mut json, &mut is_changed);
        Some(if is_changed { json.to_string() } else { text.to_owned() })
    }

    /// Redacts the secret fields of JSON.
    fn clean(&mut self, json: &mut Json, is_changed: &mut bool) {
        match json {
            Json::Object(fields) => {
                for (name, value) in fields {
                    if self.is_secret_field(name) && !value.is_null() {
                        self.learn_json(value);
                        *value = Json::String(REDACTED.to_owned());
                        *is_changed = true;
                    } else {
                        self.clean(value, is_changed);
                    }
                }
            }
            Json::Array(items) => items.iter_mut().for_each(|item| self.clean(item, is_changed)),
            _ => {}
        }
    }

    fn is_secret_field(&self, name: &str) -> bool {
        self.sensitive.iter().any(|sensitive| sensitive == name)
            || is_suspect(name)
            || is_token(name)
    }

    /// Whether a secret is in a text after all.
    pub(super) fn leaks(&self, text: &str) -> bool {
        self.secrets.iter().any(|secret| text.contains(secret.as_str()))
    }

    fn learn_json(&mut self, json: &Json) {
        match json {
            Json::String(text) => self.learn(text),
            Json::Array(items) => items.iter().for_each(|item| self.learn_json(item)),
            Json::Object(fields) => fields.values().for_each(|value| self.learn_json(value)),
            _ => {}
        }
    }

    /// The credentials in a header: behind the name of a scheme, or in cookies.
    fn learn_header(&mut self, name: &HeaderName, text: &str) {
        if name.as_str().ends_with("cookie") {
            let pairs = text.split(';').filter_map(|pair| pair.split_once('='));
            pairs.for_each(|(_, value)| self.learn(value));
        } else {
            self.learn(text.rsplit(' ').next().unwrap_or(text));
        }
    }

    /// Remembers a secret that was seen. Short ones are in any text.
    fn learn(&mut self, secret: &str) {
        let secret = secret.trim();
        if secret.len() >= 8 && !self.secrets.iter().any(|known| known == secret) {
            self.secrets.push(secret.to_owned());
        }
    }
}

fn is_suspect(name: &str) -> bool {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    SUSPECT.iter().any(|word| name.contains(word))
}

/// Whether a field is a token: `token`, `access_token`, `refreshToken`, but not `max_tokens` or
/// `next_page_token`.
fn is_token(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("token") && !name.contains("page")
}
