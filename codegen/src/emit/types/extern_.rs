//! Types of the user's own: nothing but a check that the type can stand in a field.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::Emitter;
use crate::model::Extern;

/// Emits the check of an extern type.
pub(super) fn extern_(emitter: Emitter<'_>, external: &Extern) -> TokenStream {
    let rt = emitter.rt;
    let path = emitter.rust_path(&external.path);
    quote!(const _: () = #rt::__private::check_extern::<#path>();)
}
