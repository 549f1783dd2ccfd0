//! The URL of a server, and the variables in it.

use super::Lowering;
use crate::diagnostic::suggest;
use crate::model::{ROOT, Shape, TypeKind, Variable};
use crate::syntax::tree::{self, LiteralKind, Word};

impl Lowering<'_> {
    /// The URL with its constants put in, and its variables.
    pub(super) fn lower_server_url(&mut self, server: &tree::Server) -> (String, Vec<Variable>) {
        let mut url = server.url.text.clone();
        let Some(names) = placeholders(&url) else {
            self.error(server.url.span, "a variable is `{name}`, in one pair of braces");
            return (url, Vec::new());
        };
        self.compare_names(server, &names);
        let host = url.split('/').nth(2).unwrap_or_default().to_owned();
        let mut variables: Vec<Variable> = Vec::new();
        let mut probe = url.clone();
        for (index, field) in server.variables.iter().enumerate() {
            self.allow_attrs(&field.meta, &[], "a variable of a server");
            let name = &field.name.wire;
            if server.variables.iter().take(index).any(|other| other.name.wire.text == name.text) {
                self.error(name.span, format!("the variable `{}` is declared twice", name.text));
                continue;
            }
            let braced = format!("{{{}}}", name.text);
            if let Some(constant) = self.constant_variable(field) {
                url = url.replace(&braced, &constant);
                probe = probe.replace(&braced, &constant);
                continue;
            }
            let variable = self.lower_variable(field, host.contains(&braced));
            probe = probe.replace(&braced, variable.default.as_deref().unwrap_or("1"));
            variables.push(variable);
        }
        for name in &names {
            probe = probe.replace(&format!("{{{name}}}"), "1");
        }
        self.check_url(&server.url, &probe, "a server");
        (url, variables)
    }

    /// Each name in the URL has its variable, and each variable its place. Where one is misspelt,
    /// that is one mistake.
    fn compare_names(&mut self, server: &tree::Server, names: &[String]) {
        let declared: Vec<&str> =
            server.variables.iter().map(|field| field.name.wire.text.as_str()).collect();
        let mut unused: Vec<&tree::Field> = server
            .variables
            .iter()
            .filter(|field| !names.contains(&field.name.wire.text))
            .collect();
        for name in names.iter().filter(|name| !declared.contains(&name.as_str())) {
            let meant = suggest(name, unused.iter().map(|field| field.name.wire.text.as_str()));
            let help = match &meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("declare it after the URL: `{{ {name}: String }}`"),
            };
            unused.retain(|field| Some(&field.name.wire.text) != meant.as_ref());
            let message = format!("the variable `{name}` of this URL is not declared");
            self.error_help(server.url.span, message, Some(help));
        }
        for field in unused {
            let name = &field.name.wire;
            let message = format!("the URL has no `{{{}}}`", name.text);
            self.error(name.span, message);
        }
    }

    /// The value of a variable that has only one.
    fn constant_variable(&mut self, field: &tree::Field) -> Option<String> {
        let tree::TypeKind::Literal(literal) = &field.ty.kind else {
            return None;
        };
        if let Some(span) = field.optional.or(field.ty.nullable) {
            self.error(span, "a constant is always there and never null");
        }
        if let Some(default) = &field.default {
            self.error(default.span, "a constant has no default");
        }
        Some(match &literal.kind {
            LiteralKind::Str(text) => text.clone(),
            LiteralKind::Int(number) => number.to_string(),
            LiteralKind::Float(_) | LiteralKind::Bool(_) => {
                self.error(literal.span, "a variable in a URL is a text");
                "1".to_owned()
            }
        })
    }

    fn lower_variable(&mut self, field: &tree::Field, in_host: bool) -> Variable {
        if let Some(span) = field.optional {
            self.error_help(
                span,
                "a variable of a URL is always there",
                Some("what it is unless a client says otherwise is its default: `= value`".into()),
            );
        }
        if let Some(span) = field.ty.nullable {
            self.error(span, "there is no `null` in a URL");
        }
        let ty = self.resolve(&field.ty, ROOT);
        let unknown = ty.kind == TypeKind::Json
            && !matches!(&field.ty.kind, tree::TypeKind::Named { name, .. } if name.text == "Json");
        let is_text = self.scalar_kind(&ty.kind) == TypeKind::Text;
        if !is_text && !unknown {
            self.error(field.ty.span, "a variable in a URL is a text: `String`, an id or an enum");
        }
        let values = match &ty.kind {
            TypeKind::Named(id) => match self.api.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Enum { values, closed: true }) => {
                    values.iter().map(|value| value.name.wire.clone()).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        let default = field
            .default
            .as_ref()
            .filter(|_| is_text)
            .and_then(|default| Some((default, self.default_text(default, &ty)?)));
        if let Some((default, text)) = &default {
            if !fits(text, in_host) {
                self.error(default.span, format!("`{text}` cannot stand {}", place(in_host)));
            }
        }
        Variable {
            name: field.name.wire.text.clone(),
            docs: field.meta.docs.clone(),
            default: default.map(|(_, text)| text).filter(|text| fits(text, in_host)),
            values,
            checks: if is_text { ty.checks } else { Vec::new() },
        }
    }

    /// Checks an absolute URL, whose `text` may be another than what is written.
    pub(super) fn check_url(&mut self, url: &Word, text: &str, what: &str) {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let problem = match rest {
            None => format!("{what} is an absolute URL: `https://host/path`"),
            Some(rest) if rest.is_empty() || rest.starts_with('/') => "the URL has no host".into(),
            Some(rest) if rest.contains(['?', '#']) => {
                format!("the URL of {what} has no query and no fragment")
            }
            Some(rest) if rest.split('/').next().is_some_and(|host| host.contains('@')) => {
                format!("the URL of {what} holds no user name or password")
            }
            Some(rest) if rest.contains(['{', '}']) => format!("the URL of {what} has no braces"),
            Some(rest) if rest.chars().any(|c| c.is_whitespace() || c.is_control()) => {
                "a URL has no spaces".into()
            }
            Some(_) => return,
        };
        self.error(url.span, problem);
    }
}

/// The names in braces, each once. `None` where the braces do not match.
fn placeholders(url: &str) -> Option<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = url;
    while let Some(open) = rest.find(['{', '}']) {
        let inner = rest.get(open..)?.strip_prefix('{')?;
        let (name, after) = inner.split_once('}')?;
        if name.is_empty() || name.contains('{') {
            return None;
        }
        if !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
        rest = after;
    }
    Some(names)
}

/// Whether a value says nothing but itself where it stands in a URL.
fn fits(value: &str, in_host: bool) -> bool {
    let marks = if in_host { "-." } else { "-._~/" };
    !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || marks.contains(c))
}

fn place(in_host: bool) -> &'static str {
    if in_host { "in the host of a URL" } else { "in the path of a URL" }
}
