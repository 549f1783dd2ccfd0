//! Webhooks: what specs mean by a signature.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use callsheet_codegen::model::{SignatureText, Stamp};

#[test]
fn a_signature_above_the_api_is_that_of_all_without_their_own() {
    let api = common::clean(
        "signature_of_all",
        "#[signature(hmac_sha256, header = A-Sig, tolerance = 60s)]
api Acme { server \"https://a.example\" }
webhook first { body Json }
mod inner {
    webhook second { body Json }
    #[signature(hmac_sha256, header = B-Sig, format = \"{base64}\", key = \"{hex}\")]
    webhook third { body Json }
}
",
    )
    .api;
    let headers: Vec<&str> =
        api.webhooks.iter().map(|webhook| webhook.signature.header.as_str()).collect();
    assert_eq!(headers, ["A-Sig", "A-Sig", "B-Sig"]);
    assert_eq!(api.webhooks[0].signature, api.webhooks[1].signature);
    assert_eq!(api.webhook_name(&api.webhooks[1]), "inner.second");
    let own = &api.webhooks[2].signature;
    assert_eq!((own.text, own.stamp.clone()), (SignatureText::Base64, Stamp::None));
    assert_eq!(own.tolerance, None);
}

#[test]
fn what_is_signed_is_all_that_there_is_unless_it_is_said() {
    for (keys, stamp, signed) in [
        ("", Stamp::Entry("t=".into()), "{timestamp}.{body}"),
        (", format = \"{hex}\"", Stamp::None, "{body}"),
        (", format = \"{hex}\", id = I", Stamp::None, "{id}.{body}"),
        (", format = \"{hex}\", timestamp = T", Stamp::Header("T".into()), "{timestamp}.{body}"),
        (
            ", format = \"{hex}\", timestamp = T, id = I",
            Stamp::Header("T".into()),
            "{id}.{timestamp}.{body}",
        ),
        (
            ", format = \"v1={base64}; ts={timestamp}\", signed = \"{body}|{timestamp}\"",
            Stamp::Entry("ts=".into()),
            "{body}|{timestamp}",
        ),
    ] {
        let spec = format!("#[signature(hmac_sha256, header = A{keys})] webhook a {{ body Json }}");
        let api = common::clean("signed", spec).api;
        let signature = &api.webhooks[0].signature;
        assert_eq!(
            (&signature.stamp, signature.signed_text().as_str()),
            (&stamp, signed),
            "{keys}"
        );
    }
}
