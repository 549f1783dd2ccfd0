//! Webhooks: the schemes that services sign with, and what is refused.

use std::time::{Duration, SystemTime};

use callsheet::http::{HeaderMap, HeaderName, HeaderValue};
use callsheet::webhook::{Verifier, VerifierBuilder, WebhookError, WebhookErrorKind};

mod properties;
mod refusals;
mod replays;
mod schemes;
mod server;
mod settings;

/// The four schemes, as their specs would say them.
#[allow(missing_docs)]
mod api {
    callsheet::client! {
        #[signature(
            hmac_sha256,
            header = webhook-signature,
            format = "v1,{base64}",
            timestamp = webhook-timestamp,
            id = webhook-id,
            secret = env("CALLSHEET_TEST_NEXT_SECRET", "CALLSHEET_TEST_LAST_SECRET"),
            key = "whsec_{base64}",
        )]
        webhook standard { body Json -> 2xx }

        mod stripe {
            #[signature(hmac_sha256, header = Stripe-Signature, tolerance = 60s)]
            webhook event {
                body Event
                -> 2xx
                example { "type": "charge.succeeded", "id": "evt_1", "amount": 500 }
            }
            enum Event tag type {
                charge.succeeded as Paid { id: String, amount: u64 },
                charge.failed as Failed { id: String, reason?: String },
            }
        }

        mod github {
            #[signature(
                hmac_sha256,
                header = X-Hub-Signature-256,
                format = "sha256={hex}",
            )]
            webhook text { body text }

            #[signature(
                hmac_sha256,
                header = X-Hub-Signature-256,
                format = "sha256={hex}",
            )]
            webhook ping {
                header { X-GitHub-Event: String, X-GitHub-Delivery: Uuid, X-GitHub-Hook-ID as hook?: u64 }
                body { zen: String, #[sensitive] token?: String }
            }
        }

        mod slack {
            #[signature(
                hmac_sha256,
                header = X-Slack-Signature,
                format = "v0={hex}",
                timestamp = X-Slack-Request-Timestamp,
                signed = "v0:{timestamp}:{body}",
            )]
            webhook command { body bytes }
        }
    }
}

use api::github::webhooks as github;
use api::slack::webhooks as slack;
use api::stripe::Event;
use api::stripe::webhooks as stripe;
use api::webhooks::standard;

/// A secret that must never be seen, and its like.
const SECRET: &str = "canary-secret";
const STANDARD_SECRET: &str = "whsec_plJ3nmyCDGBKInavdOK15jsl";

/// The second that a test is in.
const NOW: u64 = 1_700_000_000;

const CHARGE: &[u8] = br#"{"id":"evt_1","type":"charge.succeeded","amount":500}"#;

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

/// A verifier with a secret, whose clock stands still.
fn verifier<E>(builder: VerifierBuilder<E>) -> Verifier<E> {
    builder.secret(SECRET).now(|| at(NOW)).build().unwrap()
}

fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let pairs = pairs.iter().map(|(name, value)| {
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
        (name, HeaderValue::from_str(value).unwrap())
    });
    pairs.collect()
}

/// The kind of an error, which names its webhook and says nothing that is secret.
fn kind<T: std::fmt::Debug>(result: Result<T, WebhookError>) -> WebhookErrorKind {
    let error = result.unwrap_err();
    let said = format!("{error}\n{error:?}");
    assert!(!said.contains("canary"), "{said}");
    let has_signature = said.split(|c: char| !c.is_ascii_hexdigit()).any(|word| word.len() >= 32);
    assert!(!has_signature, "{said}");
    assert!(error.status().is_client_error() || error.status().is_server_error());
    error.kind()
}
