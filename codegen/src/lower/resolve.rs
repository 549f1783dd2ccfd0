//! What a type name stands for.

use super::Lowering;
use crate::diagnostic::suggest;
use crate::model::{Check, Format, Integer, ModuleId, Name, Shape, Type, TypeId, TypeKind};
use crate::syntax::tree::{self, Word};

/// The types that every spec has.
const PRELUDE: [&str; 24] = [
    "bool", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64", "String", "Json",
    "DateTime", "Date", "Time", "Duration", "UnixTime", "Uuid", "Decimal", "Url", "Base64", "Map",
    "File",
];

/// The types that a JSON value cannot be.
const NOT_JSON: [&str; 1] = ["Bytes"];

/// What a Unix time is on the wire.
pub(super) const UNIX_TIME: Integer = Integer { signed: true, bits: 64 };

/// Whether a name is one of the types that every spec has.
pub(super) fn is_prelude(name: &str) -> bool {
    PRELUDE.contains(&name) || NOT_JSON.contains(&name)
}

impl Lowering<'_> {
    /// Resolves a type. What is unknown has been reported and becomes JSON of any shape.
    pub(super) fn resolve(&mut self, ty: &tree::Type, module: ModuleId) -> Type {
        let kind = match &ty.kind {
            tree::TypeKind::List(element) => {
                TypeKind::List(Box::new(self.resolve(element, module)))
            }
            tree::TypeKind::Tuple(items) => {
                TypeKind::Tuple(items.iter().map(|item| self.resolve(item, module)).collect())
            }
            tree::TypeKind::Literal(literal) => {
                self.error(literal.span, "a literal stands only as the whole type of a field");
                TypeKind::Json
            }
            tree::TypeKind::Named { name, args } => self.resolve_named(name, args, module),
            tree::TypeKind::Path { path, args } => {
                let path = self.rust_path(path, "a type");
                let args = args.iter().map(|arg| self.argument(arg, module)).collect();
                TypeKind::Foreign(path, args)
            }
        };
        let mut checks = self.inherent_checks(&kind);
        for set in &ty.sets {
            checks.extend(self.check_of_set(set, &kind));
        }
        let place = match &ty.kind {
            tree::TypeKind::Named { name, .. } => Some(name.span),
            _ => None,
        };
        Type { kind, nullable: ty.nullable.is_some(), checks, place }
    }

    fn resolve_named(&mut self, name: &Word, args: &[tree::Type], module: ModuleId) -> TypeKind {
        if name.text == "Map" {
            return self.resolve_map(name, args, module);
        }
        if self.lost.contains(&name.text) {
            return TypeKind::Json;
        }
        if PRELUDE.contains(&name.text.as_str()) {
            self.refuse_arguments(name, args);
        }
        match name.text.as_str() {
            "bool" => TypeKind::Bool,
            "f32" => TypeKind::Float(32),
            "f64" => TypeKind::Float(64),
            "String" => TypeKind::Text,
            "Json" => TypeKind::Json,
            "File" if self.takes_files => TypeKind::File,
            "File" => {
                self.error(
                    name.span,
                    "a `File` stands only among the parts of `body multipart { ... }`",
                );
                TypeKind::Json
            }
            "UnixTime" => TypeKind::UnixTime,
            text => {
                if let Some(index) = self.params.iter().position(|param| param.rust == text) {
                    self.refuse_arguments(name, args);
                    return TypeKind::Param(index, Name::plain(text, name.span));
                }
                if let Some(integer) = integer(text) {
                    return TypeKind::Integer(integer);
                }
                if let Some(format) = Format::ALL.into_iter().find(|format| format.name() == text) {
                    return TypeKind::Format(format);
                }
                if let Some(id) = self.find_type(text, module) {
                    return self.resolve_declared(name, id, args, module);
                }
                if text == "Bytes" {
                    self.error_help(
                        name.span,
                        "JSON has no bytes",
                        Some("write `Base64` for bytes as a text in base64".into()),
                    );
                } else {
                    self.unknown_type(name, module);
                }
                TypeKind::Json
            }
        }
    }

    fn resolve_map(&mut self, name: &Word, args: &[tree::Type], module: ModuleId) -> TypeKind {
        let [key, value] = args else {
            self.error(name.span, "a map needs the types of its keys and values: `Map<String, T>`");
            return TypeKind::Json;
        };
        let resolved = self.resolve(key, module);
        let is_key = match (&resolved.kind, self.api.shape(&resolved.kind)) {
            _ if resolved.nullable => false,
            (TypeKind::Text | TypeKind::Foreign(..), _) => true,
            (_, Some(Shape::Newtype(inner))) => inner.kind == TypeKind::Text,
            (_, Some(Shape::Enum { closed: true, .. })) => {
                self.error_help(
                    key.span,
                    "a closed enum cannot be the key of a map: another key would have no place",
                    Some("leave `#[closed]` out, and others are kept in `Unknown`".into()),
                );
                return TypeKind::Json;
            }
            (_, Some(Shape::Extern(_))) => {
                self.error(key.span, "an extern type cannot be the key of a map");
                return TypeKind::Json;
            }
            (_, shape) => matches!(shape, Some(Shape::Enum { .. })),
        };
        if !is_key {
            self.error(key.span, "the keys of a map are text: `String`, an id or an enum");
            return TypeKind::Json;
        }
        let value = self.resolve(value, module);
        TypeKind::Map(Box::new(resolved), Box::new(value))
    }

    /// Looks a name up in its module and then in those around it.
    pub(super) fn find_type(&self, name: &str, module: ModuleId) -> Option<TypeId> {
        let mut scopes = self.api.outwards(module).filter_map(|id| self.scopes.get(id.0));
        scopes.find_map(|scope| scope.get(name)).copied()
    }

    pub(super) fn refuse_arguments(&mut self, name: &Word, args: &[tree::Type]) {
        if let Some(arg) = args.first() {
            self.error(arg.span, format!("`{}` takes no type arguments", name.text));
        }
    }

    fn unknown_type(&mut self, name: &Word, module: ModuleId) {
        self.api.unknown_types.push((module, Name::plain(&name.text, name.span)));
        if let Some(habit) = habit(&name.text) {
            self.error_help(
                name.span,
                format!("unknown type `{}`", name.text),
                Some(format!("write {habit}")),
            );
            return;
        }
        // Each suggestion looks at every name; a few hundred of them are help enough.
        if self.api.unknown_types.len() > MAX_SUGGESTIONS {
            self.error(name.span, format!("unknown type `{}`", name.text));
            return;
        }
        let mut known: Vec<String> = PRELUDE.iter().map(|name| (*name).to_owned()).collect();
        known.extend(self.params.iter().map(|param| param.rust.clone()));
        let scopes = self.api.outwards(module).filter_map(|id| self.scopes.get(id.0));
        known.extend(scopes.flat_map(|scope| scope.keys().cloned()));
        let elsewhere = || {
            let def = self.api.types.iter().find(|def| def.name.rust == name.text)?;
            let path = self.api.module_path(def.module);
            let path: Vec<&str> = path.iter().map(|name| name.rust.as_str()).collect();
            Some(format!(
                "there is one in `mod {}`; a type that several modules use is declared above them",
                path.join("::")
            ))
        };
        let help = suggest(&name.text, known.iter().map(String::as_str))
            .map(|name| format!("did you mean `{name}`?"))
            .or_else(elsewhere);
        self.error_help(name.span, format!("unknown type `{}`", name.text), help);
    }

    /// What a newtype, an enum or an extern type is on the wire; other kinds are what they are.
    pub(super) fn scalar_kind(&self, kind: &TypeKind) -> TypeKind {
        match kind {
            TypeKind::Named(id) => match self.api.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Newtype(inner)) => self.scalar_kind(&inner.kind),
                Some(Shape::Extern(external)) if external.wire.kind == TypeKind::UnixTime => {
                    TypeKind::Integer(UNIX_TIME)
                }
                Some(Shape::Extern(external)) => external.wire.kind.clone(),
                Some(Shape::Enum { .. }) => TypeKind::Text,
                Some(Shape::IntegerEnum { .. }) => {
                    TypeKind::Integer(Integer { signed: true, bits: 64 })
                }
                _ => kind.clone(),
            },
            TypeKind::UnixTime => TypeKind::Integer(UNIX_TIME),
            _ => kind.clone(),
        }
    }

    /// Whether a type is an enum of texts or of integers.
    pub(super) fn is_enum(&self, kind: &TypeKind) -> bool {
        matches!(self.api.shape(kind), Some(Shape::Enum { .. } | Shape::IntegerEnum { .. }))
    }

    /// Whether a type is a union.
    pub(super) fn is_union(&self, kind: &TypeKind) -> bool {
        matches!(self.api.shape(kind), Some(Shape::Union(_)))
    }

    /// What holds of every value of a type, wherever it is used.
    fn inherent_checks(&self, kind: &TypeKind) -> Vec<Check> {
        match kind {
            TypeKind::Format(format) => vec![Check::Format(*format)],
            TypeKind::Named(id) => match self.api.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Newtype(inner)) => inner.checks.clone(),
                _ => Vec::new(),
            },
            TypeKind::Tuple(items) if items.iter().any(|item| !item.checks.is_empty()) => {
                vec![Check::Elements(items.iter().map(|item| item.checks.clone()).collect())]
            }
            TypeKind::List(element) if !element.checks.is_empty() => {
                vec![Check::Each(element.checks.clone())]
            }
            TypeKind::Map(key, value) => {
                let mut checks = Vec::new();
                if !key.checks.is_empty() {
                    checks.push(Check::Keys(key.checks.clone()));
                }
                if !value.checks.is_empty() {
                    checks.push(Check::Each(value.checks.clone()));
                }
                checks
            }
            _ => Vec::new(),
        }
    }
}

/// Whether a type is, or holds, one that is unknown: that has been reported, and has become JSON.
pub(super) fn was_reported(ty: &Type, written: &tree::Type) -> bool {
    match (&written.kind, &ty.kind) {
        (tree::TypeKind::Named { name, .. }, TypeKind::Json) => name.text != "Json",
        (_, TypeKind::Json) => true,
        (tree::TypeKind::List(written), TypeKind::List(ty)) => was_reported(ty, written),
        (tree::TypeKind::Named { args, .. }, TypeKind::Map(_, value)) => {
            args.get(1).is_some_and(|written| was_reported(value, written))
        }
        (
            tree::TypeKind::Tuple(written)
            | tree::TypeKind::Named { args: written, .. }
            | tree::TypeKind::Path { args: written, .. },
            TypeKind::Tuple(types) | TypeKind::Generic(_, types) | TypeKind::Foreign(_, types),
        ) => types.iter().zip(written).any(|(ty, written)| was_reported(ty, written)),
        _ => false,
    }
}

/// How many unknown types get a suggestion.
const MAX_SUGGESTIONS: usize = 200;

/// What people write who know other languages, or Rust.
fn habit(name: &str) -> Option<&'static str> {
    Some(match name {
        "Option" => "`name?: T` where the key may be missing, or `name: T | null`",
        "Vec" | "Array" | "List" | "array" | "list" => "`[T]`",
        "HashMap" | "BTreeMap" | "object" | "dict" => "`Map<String, T>`, or declare a `struct`",
        "int" | "integer" | "long" => "`i64`, or `u32` and the like",
        "number" | "float" | "double" => "`f64`",
        "str" | "string" | "text" | "char" => "`String`",
        "boolean" | "Bool" | "Boolean" => "`bool`",
        "any" | "Any" | "Value" | "json" | "JSON" => "`Json`",
        "datetime" | "timestamp" | "Timestamp" => "`DateTime`, or `UnixTime` for seconds",
        "UUID" | "Guid" | "uuid" => "`Uuid`",
        "URL" | "Uri" | "URI" | "url" => "`Url`",
        _ => return None,
    })
}

/// The integer type with this name.
fn integer(name: &str) -> Option<Integer> {
    let (signed, bits) = match name.split_at_checked(1)? {
        ("i", bits) => (true, bits),
        ("u", bits) => (false, bits),
        _ => return None,
    };
    let bits = match bits {
        "8" => 8,
        "16" => 16,
        "32" => 32,
        "64" => 64,
        _ => return None,
    };
    Some(Integer { signed, bits })
}
