//! From the tree to the model: names are resolved, types decided, constraints parsed and checked.
//!
//! Nothing stops at the first problem. A field, section or item with a mistake is reported and what
//! is left of it still becomes part of the model, so that the rest of the program can go on.

mod annotations;
mod answers;
mod arguments;
mod attempts;
mod attrs;
mod auth;
mod bodies;
mod checks;
mod collisions;
mod common;
mod defaults;
mod encodings;
mod enums;
mod envelope;
mod examples;
mod extend;
mod externs;
mod failures;
mod fields;
mod follow;
mod generics;
mod members;
mod modules;
mod naming;
mod operations;
mod outcomes;
mod paging;
mod paths;
mod places;
mod recursion;
mod resolve;
mod responses;
mod server_url;
mod servers;
mod shapes;
mod signature;
mod slice;
mod streams;
mod types;
mod unions;
mod usage;
mod wait;
mod warnings;
mod webhooks;

use std::collections::BTreeMap;

pub use warnings::warnings;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, ModuleId, Name, TypeId};
use crate::syntax::tree::{self, Document};

/// What is known while the model is built.
struct Lowering<'a> {
    /// The model so far.
    api: Api,
    /// What is wrong so far.
    diags: &'a mut Diagnostics,
    /// The type names of each module.
    scopes: Vec<BTreeMap<String, TypeId>>,
    /// The declarations behind [`Api::types`], for those that have one.
    declared: Vec<(TypeId, Declared<'a>)>,
    /// The endpoints, each with the module it is in.
    endpoints: Vec<(ModuleId, &'a tree::Endpoint)>,
    /// The webhooks, each with the module it is in.
    webhooks: Vec<(ModuleId, &'a tree::Webhook)>,
    /// The `api` item.
    header: Option<&'a tree::Api>,
    /// The `extend` item, which stands in its place.
    extend: Option<&'a tree::Extend>,
    /// Which paths are on which server.
    routes: Vec<servers::Route>,
    /// Whether the missing envelope has been reported.
    envelope_reported: bool,
    /// Whether a `File` may stand in the type that is being resolved.
    takes_files: bool,
    /// The structs whose fields are lowered, or (`false`) being lowered.
    lowered: BTreeMap<TypeId, bool>,
    /// How many structs are being lowered, each for another that includes it.
    include_depth: usize,
    /// The parameters of the type whose fields are being lowered.
    params: Vec<Name>,
    /// The generic types that stand somewhere, with what stands for their parameters.
    generic_uses: Vec<arguments::GenericUse>,
    /// What has been reported and left out.
    left_out: LeftOut,
    /// The names of types that have been reported and left out.
    lost: &'a [String],
}

/// What has been reported and left out.
struct LeftOut {
    /// Whether an inclusion has.
    members: bool,
    /// Whether something of a type has.
    of_types: bool,
}

/// A declaration of a type.
#[derive(Clone, Copy)]
enum Declared<'a> {
    Struct(&'a tree::Struct),
    Enum(&'a tree::Enum),
    Extern(&'a tree::Extern),
}

/// Builds the model of a document. What is wrong with it is noted in `diags`.
pub fn lower(document: &Document, diags: &mut Diagnostics) -> Api {
    let mut lowering = Lowering {
        api: Api { keywords: document.keywords.clone(), ..Api::default() },
        diags,
        scopes: Vec::new(),
        declared: Vec::new(),
        endpoints: Vec::new(),
        webhooks: Vec::new(),
        header: None,
        extend: None,
        routes: Vec::new(),
        envelope_reported: false,
        takes_files: false,
        lowered: BTreeMap::new(),
        include_depth: 0,
        params: Vec::new(),
        generic_uses: Vec::new(),
        left_out: LeftOut { members: false, of_types: document.types_incomplete },
        lost: &document.lost,
    };
    lowering.collect(document);
    let problems = lowering.diags.len();
    lowering.lower_types();
    lowering.left_out.of_types |= lowering.diags.len() > problems;
    // A server's variables have types.
    lowering.lower_header();
    lowering.lower_envelope();
    lowering.lower_failures();
    lowering.lower_operations();
    lowering.lower_webhooks();
    lowering.lower_waits();
    lowering.check_params();
    lowering.check_arguments();
    lowering.box_recursion();
    lowering.mark_inputs();
    lowering.settle_access();
    lowering.check_collisions();
    // What an example has may be what has been left out of a type.
    if !document.types_incomplete && !lowering.left_out.members {
        lowering.check_examples();
    }
    if let Some(only) = &document.only {
        lowering.slice(only);
    }
    lowering.api
}

impl Lowering<'_> {
    fn error(&mut self, span: crate::source::Span, message: impl Into<String>) {
        self.diags.push(Diagnostic::error(span, message));
    }

    fn error_help(
        &mut self,
        span: crate::source::Span,
        message: impl Into<String>,
        help: Option<String>,
    ) {
        let mut diagnostic = Diagnostic::error(span, message);
        if let Some(help) = help {
            diagnostic = diagnostic.help(help);
        }
        self.diags.push(diagnostic);
    }
}
