//! The first pass: which modules, types and endpoints there are, and where.

use std::collections::BTreeMap;

use super::{Declared, Lowering};
use crate::model::{Module, ModuleId, Name, ROOT, Shape, TypeDef, TypeId, Union};
use crate::source::Span;
use crate::syntax::tree::{AttrValue, Document, Item, Meta, Mod, Word};

impl<'a> Lowering<'a> {
    /// Notes every declaration, so that the passes after this one may refer to any of them.
    pub(super) fn collect(&mut self, document: &'a Document) {
        self.api.docs.clone_from(&document.docs);
        for attr in &document.attrs {
            self.lower_inner_attr(attr);
        }
        self.add_module(Name::plain("", Span::default()), Vec::new(), None);
        self.collect_items(&document.items, ROOT);
    }

    fn lower_inner_attr(&mut self, attr: &crate::syntax::tree::Attr) {
        if attr.name.text != "callsheet" {
            let message = format!("`#![{}]` is not an attribute of a spec", attr.name.text);
            self.error_help(
                attr.span,
                message,
                Some("a spec takes `#![callsheet(crate = ::path)]`".into()),
            );
            return;
        }
        for arg in &attr.args {
            let key = arg.key.as_ref().map(|key| key.text.as_str());
            match (key, &arg.value) {
                (Some("crate"), Some(AttrValue::Path(path) | AttrValue::Word(path))) => {
                    self.api.runtime_path = Some(path.text.clone());
                }
                _ => self.error(arg.span, "expected `crate = ::path::to::callsheet`"),
            }
        }
    }

    fn add_module(&mut self, name: Name, docs: Vec<String>, parent: Option<ModuleId>) -> ModuleId {
        let id = ModuleId(self.api.modules.len());
        self.api.modules.push(Module {
            name,
            docs,
            parent,
            children: Vec::new(),
            types: Vec::new(),
            operations: Vec::new(),
            webhooks: Vec::new(),
        });
        self.scopes.push(BTreeMap::new());
        if let Some(parent) = parent.and_then(|parent| self.api.modules.get_mut(parent.0)) {
            parent.children.push(id);
        }
        id
    }

    fn collect_items(&mut self, items: &'a [Item], module: ModuleId) {
        for item in items {
            match item {
                Item::Api(api) => {
                    if module != ROOT {
                        self.error(api.name.span, "an `api` block stands at the top of the spec");
                    } else if self.extend.is_some() {
                        self.error(
                            api.name.span,
                            "a spec declares an API or extends a client; this one does both",
                        );
                    } else if self.header.is_some() {
                        self.error(api.name.span, "a spec has one `api` block; this is a second");
                    } else {
                        self.header = Some(api);
                    }
                }
                Item::Extend(extend) => self.collect_extend(extend, items, module),
                Item::Mod(inner) => self.collect_mod(inner, module),
                Item::Struct(item) => {
                    self.declare(&item.name, &item.meta, module, Declared::Struct(item));
                }
                Item::Enum(item) => {
                    self.declare(&item.name, &item.meta, module, Declared::Enum(item));
                }
                Item::Extern(item) => {
                    self.declare(&item.name, &item.meta, module, Declared::Extern(item));
                }
                Item::Endpoint(endpoint) => self.endpoints.push((module, endpoint)),
                Item::Webhook(webhook) => self.webhooks.push((module, webhook)),
            }
        }
    }

    fn collect_mod(&mut self, item: &'a Mod, parent: ModuleId) {
        self.allow_attrs(&item.meta, &["title", "tag", "since", "x"], "a module");
        let name = Name::plain(&item.name.text, item.name.span);
        self.check_snake_case(&item.name);
        let same = self.api.modules.get(parent.0).and_then(|module| {
            module.children.iter().copied().find(|child| {
                self.api.modules.get(child.0).is_some_and(|child| child.name.rust == name.rust)
            })
        });
        if same.is_some() {
            self.error(item.name.span, format!("module `{}` is declared twice", name.rust));
            return;
        }
        let docs = self.docs(&item.meta);
        let id = self.add_module(name, docs, Some(parent));
        self.collect_items(&item.items, id);
    }

    fn declare(&mut self, name: &Word, meta: &'a Meta, module: ModuleId, declared: Declared<'a>) {
        self.check_pascal_case(name);
        if super::resolve::is_prelude(&name.text) {
            self.error(
                name.span,
                format!("`{}` is a type that every spec has; choose another name", name.text),
            );
            return;
        }
        if self.scopes.get(module.0).is_some_and(|scope| scope.contains_key(&name.text)) {
            self.error(name.span, format!("type `{}` is declared twice", name.text));
            return;
        }
        let params: &[Word] = match declared {
            Declared::Struct(item) => &item.params,
            Declared::Enum(item) => &item.params,
            Declared::Extern(_) => &[],
        };
        let deprecated = self.deprecated(meta);
        let docs = self.docs(meta);
        let id = self.add_type(TypeDef {
            name: Name::plain(&name.text, name.span),
            docs,
            deprecated,
            module,
            params: params.iter().map(|param| Name::plain(&param.text, param.span)).collect(),
            is_input: false,
            shape: first_shape(declared),
        });
        self.declared.push((id, declared));
    }

    /// Adds a type to the model and to its module's scope.
    pub(super) fn add_type(&mut self, def: TypeDef) -> TypeId {
        let (module, name) = (def.module, def.name.rust.clone());
        let id = self.add_unnamed_type(def);
        if let Some(scope) = self.scopes.get_mut(module.0) {
            scope.insert(name, id);
        }
        id
    }

    /// Adds a type that the spec cannot name.
    pub(super) fn add_unnamed_type(&mut self, def: TypeDef) -> TypeId {
        let id = TypeId(self.api.types.len());
        if let Some(module) = self.api.modules.get_mut(def.module.0) {
            module.types.push(id);
        }
        self.api.types.push(def);
        id
    }
}

/// What can be said of a type before it is lowered: the kind of shape that it will have.
fn first_shape(declared: Declared<'_>) -> Shape {
    match declared {
        Declared::Enum(item) if item.is_union() => Shape::Union(Union {
            tag: item.tag.as_ref().map(|tag| tag.text.clone()),
            ..Union::default()
        }),
        _ => Shape::of_fields(Vec::new(), false),
    }
}
