//! Webhooks: a function for each that starts its verifier.

/// The functions of a module's webhooks.
#[cfg(feature = "webhooks")]
#[doc(hidden)]
#[macro_export]
macro_rules! __webhooks {
    ($($(#[$meta:meta])* $name:ident: $event:ty = $webhook:expr;)*) => {$(
        $(#[$meta])*
        pub fn $name() -> $crate::webhook::VerifierBuilder<$event> {
            static WEBHOOK: $crate::generated::Webhook = $webhook;
            $crate::generated::verifier(&WEBHOOK)
        }
    )*};
}

/// What there is of them without the feature: the word that it is needed.
#[cfg(not(feature = "webhooks"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __webhooks {
    ($($tokens:tt)*) => {
        ::core::compile_error!(
            "a spec with a webhook needs the feature `webhooks` of callsheet: \
             `callsheet = { version = \"0.1\", features = [\"webhooks\"] }`"
        );
    };
}
