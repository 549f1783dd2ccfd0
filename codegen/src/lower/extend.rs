//! `extend path::To::Client;`: endpoints for a client that another spec declares.

use super::Lowering;
use crate::model::{AuthKind, AuthScheme, Extends, ModuleId, Name, ROOT, RustPath};
use crate::syntax::tree::{self, Item, Word};

impl<'a> Lowering<'a> {
    /// Notes the line, which stands first, and in place of an `api` block.
    pub(super) fn collect_extend(
        &mut self,
        extend: &'a tree::Extend,
        items: &[Item],
        module: ModuleId,
    ) {
        let is_first =
            matches!(items.first(), Some(Item::Extend(first)) if std::ptr::eq(first, extend));
        if module != ROOT {
            self.error(extend.span, "an `extend` line stands at the top of the spec");
        } else if self.header.is_some() {
            self.error(
                extend.span,
                "a spec declares an API or extends a client; this one does both",
            );
        } else if self.extend.is_some() {
            self.error_help(
                extend.span,
                "a spec extends one client; this is a second",
                Some("endpoints of another client are a spec of their own".into()),
            );
        } else {
            self.extend = Some(extend);
            if !is_first {
                self.error(extend.span, "an `extend` line stands before all else");
            }
        }
    }

    /// Lowers the line.
    pub(super) fn lower_extend(&mut self, extend: &tree::Extend) {
        self.allow_attrs(&extend.meta, &[], "an `extend` line");
        let client = self.rust_path(&extend.path, "a client");
        let Some(last) = client.names.last() else {
            return;
        };
        let name =
            Name { wire: last.wire.clone(), rust: format!("{}Ext", last.rust), span: last.span };
        let mut meta = extend.meta.clone();
        if meta.docs.is_empty() {
            meta.docs = std::mem::take(&mut self.api.docs);
        }
        self.api.docs = self.docs(&meta);
        self.api.extends = Some(Extends { client, name });
    }

    /// A path that means the same in every module: it leads down from a crate.
    pub(super) fn rust_path(&mut self, path: &tree::RustPath, what: &str) -> RustPath {
        let names: Vec<&str> = path.segments.iter().map(|word| word.text.as_str()).collect();
        let is_crate = !path.global && names.first() == Some(&"crate");
        let mut below = names.iter().skip(usize::from(is_crate));
        let first = names.first().copied().unwrap_or_default();
        if below.any(|name| ["crate", "self", "super", "Self", "_"].contains(name)) {
            self.error(path.span, format!("the path of {what} leads down from a crate"));
        } else if names.len() == 1 {
            self.error_help(
                path.span,
                format!("the path of {what} starts with a crate"),
                (!is_crate).then(|| format!("write `crate::{first}` for one of this crate")),
            );
        } else if !is_crate && !path.global && self.has_module(first) {
            self.error_help(
                path.span,
                format!("`{first}` is a module of this spec, and no crate"),
                Some(format!("a type that several modules use is declared above them; a crate of this name is `::{first}`")),
            );
        }
        let segment = |word: &Word| Name::segment(&word.text, word.span);
        RustPath { names: path.segments.iter().map(segment).collect() }
    }

    /// Whether a module at the root has this name.
    fn has_module(&self, name: &str) -> bool {
        let root = self.api.modules.get(ROOT.0);
        root.is_some_and(|root| {
            let mut children = root.children.iter().filter_map(|id| self.api.modules.get(id.0));
            children.any(|child| child.name.wire == name)
        })
    }

    /// The scheme that the extended client declares under this name, as far as it is known here.
    pub(super) fn extended_scheme(&mut self, name: &Word) -> usize {
        let known = self.api.auth.iter().position(|scheme| scheme.name.wire == name.text);
        known.unwrap_or_else(|| {
            self.api.auth.push(AuthScheme {
                name: Name::segment(&name.text, name.span),
                kind: AuthKind::Extended,
                env: Vec::new(),
                docs: Vec::new(),
            });
            self.api.auth.len() - 1
        })
    }
}
