//! What an endpoint and an API say of attempts. Only what is said is emitted.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::operation::status;
use crate::model::{AttemptRules, Idempotency, Operation, Signals};

/// `Attempts::UNSAFE`, with the endpoint's own rules where it has any.
pub(super) fn attempts(operation: &Operation) -> TokenStream {
    let attempts = match &operation.idempotency {
        Idempotency::Safe => quote!(__rt::Attempts::SAFE),
        Idempotency::Idempotent => quote!(__rt::Attempts::IDEMPOTENT),
        Idempotency::Keyed(header) => {
            let header = header.to_ascii_lowercase();
            quote!(__rt::Attempts::keyed(#header))
        }
        Idempotency::Unsafe => quote!(__rt::Attempts::UNSAFE),
    };
    if operation.rules == AttemptRules::default() {
        return attempts;
    }
    let rules = rules(&operation.rules);
    quote!(#attempts.with(#rules))
}

/// `AttemptRules::NONE.max(5)`
pub(super) fn rules(rules: &AttemptRules) -> TokenStream {
    let max = rules.max_retries.map(|max| {
        let max = Literal::u32_unsuffixed(max);
        quote!(.max(#max))
    });
    let on = rules.statuses.as_ref().map(|statuses| {
        let statuses = statuses.iter().map(|one| status(*one));
        quote!(.on(&[#(#statuses),*]))
    });
    let timeout = rules.timeout.map(|limit| {
        let milliseconds = Literal::u128_unsuffixed(limit.as_millis());
        quote!(.timeout(#milliseconds))
    });
    quote!(__rt::AttemptRules::NONE #max #on #timeout)
}

/// `Signals { ... }`
pub(super) fn signals(signals: &Signals) -> TokenStream {
    let header =
        |name: &Option<String>| super::option(name.as_ref().map(|name| name.to_ascii_lowercase()));
    let veto = header(&signals.veto);
    let count = header(&signals.count);
    let deadline = header(&signals.deadline);
    let key = header(&signals.key);
    quote!(__rt::Signals { veto: #veto, count: #count, deadline: #deadline, key: #key })
}
