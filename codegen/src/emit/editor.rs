//! What only editors see: each word of a spec in a macro that nothing else is emitted of is named
//! once, so that it can be shown, followed and completed. The compiler drops it all at once.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, ident, plain};
use crate::model::{ModuleId, name};
use crate::source::Span;

/// The keywords, each as what the runtime says of it.
pub(super) fn keywords(emitter: Emitter<'_>) -> Option<TokenStream> {
    let rt = emitter.rt;
    let keywords = emitter.api.keywords.iter().filter_map(|keyword| {
        let (of, name) = (plain(keyword.of.name()), emitter.written(&keyword.text, keyword.span)?);
        Some(quote!(keywords::#of::#name,))
    });
    let keywords: TokenStream = keywords.collect();
    (!keywords.is_empty()).then(|| {
        hidden(&quote! {
            use #rt::__private::keywords;
            const _: (#keywords) = loop {};
        })
    })
}

/// The types of a module's items that nobody declares: what is being typed.
pub(super) fn unknown_types(emitter: Emitter<'_>, module: ModuleId) -> Option<TokenStream> {
    let unknown = emitter.api.unknown_types.iter().filter(|(at, _)| *at == module);
    let names = unknown.filter_map(|(_, name)| emitter.written(&name.wire, name.span));
    let names: TokenStream = names.map(|name| quote!(const _: #name = loop {};)).collect();
    let outwards = (1..=emitter.api.module_path(module).len()).map(|up| {
        let up = std::iter::repeat_n(quote!(super::), up);
        quote!(use #(#up)* *;)
    });
    (!names.is_empty()).then(|| hidden(&quote!(#(#outwards)* #names)))
}

/// Items that no compiler sees.
fn hidden(items: &TokenStream) -> TokenStream {
    quote! {
        #[allow(unexpected_cfgs)]
        const _: () = {
            #[cfg(rust_analyzer)]
            const _: () = { #items };
        };
    }
}

impl Emitter<'_> {
    /// A word as it stands in the macro. None where it is in a file, or is no name of Rust.
    fn written(self, text: &str, span: Span) -> Option<proc_macro2::Ident> {
        let is_name = name::is_identifier(text) && !name::is_path_keyword(text);
        (is_name && self.sources.is_inline(span)).then(|| ident(text, self.sources.rust_span(span)))
    }
}
