//! Paths: parameters, and the part that the server's prefix stands for.

use std::fmt::Write as _;

use super::Lowering;
use crate::model::{Field, FieldContent, ModuleId, PathPart, Place};
use crate::syntax::tree;

/// What may stand in a path as it is (RFC 3986, section 3.3).
const PATH_CHARS: &str = "-._~!$&'()*+,;=:@/%";

impl Lowering<'_> {
    /// The path below the server's URL, which stands for `prefix`, and the path's parameters.
    pub(super) fn lower_path(
        &mut self,
        path: &tree::Path,
        prefix: &str,
        module: ModuleId,
    ) -> (Vec<PathPart>, Vec<Field>) {
        let mut parts = Vec::new();
        let mut fields: Vec<Field> = Vec::new();
        for part in &path.parts {
            match part {
                tree::PathPart::Text(text) => {
                    self.check_path_text(path, text);
                    parts.push(PathPart::Text(text.clone()));
                }
                tree::PathPart::Param(param) => {
                    let field = self.field(param, Place::Path, module);
                    if let FieldContent::Constant(_) = field.content {
                        self.error_help(
                            param.ty.span,
                            "a parameter of a path has no fixed value",
                            Some("write the text itself into the path".into()),
                        );
                        continue;
                    }
                    if fields.iter().any(|other| other.name.wire == field.name.wire) {
                        let message = format!("`{{{}}}` is in the path twice", field.name.wire);
                        self.error(field.name.span, message);
                        continue;
                    }
                    parts.push(PathPart::Field(fields.len()));
                    fields.push(field);
                }
            }
        }
        strip_prefix(prefix, &mut parts);
        (parts, fields)
    }

    fn check_path_text(&mut self, path: &tree::Path, text: &str) {
        if text.contains('?') {
            self.error_help(
                path.span,
                "a path has no `?`",
                Some("parameters after it stand in a `query { ... }` section".into()),
            );
        } else if let Some(bad) =
            text.chars().find(|c| !c.is_ascii_alphanumeric() && !PATH_CHARS.contains(*c))
        {
            self.error(path.span, format!("`{bad}` in a path is written percent-encoded"));
        }
        if text.split('/').any(|segment| segment == "." || segment == "..") {
            self.error(path.span, "a path has no `.` and no `..` segments");
        }
    }
}

/// Takes away what the server's `for` stands for.
fn strip_prefix(prefix: &str, parts: &mut Vec<PathPart>) {
    let rest = match parts.first() {
        Some(PathPart::Text(text)) => text.strip_prefix(prefix).map(str::to_owned),
        _ => None,
    };
    match rest {
        Some(rest) if rest.is_empty() && !prefix.is_empty() => {
            parts.remove(0);
        }
        Some(rest) => {
            if let Some(first) = parts.first_mut() {
                *first = PathPart::Text(rest);
            }
        }
        None => {}
    }
}

/// The path as the page writes it: parameters by name.
pub(super) fn template(path: &tree::Path) -> String {
    let mut template = String::new();
    for part in &path.parts {
        match part {
            tree::PathPart::Text(text) => template.push_str(text),
            tree::PathPart::Param(field) => {
                let _ = write!(template, "{{{}}}", field.name.wire.text);
            }
        }
    }
    template
}
