//! What holds of all deliveries.

use proptest::prelude::*;

use super::*;

/// Flips a bit of a text, if it is then still a header.
fn flip(value: &HeaderValue, bit: usize) -> Option<HeaderValue> {
    let mut bytes = value.as_bytes().to_vec();
    let bit = bit % (bytes.len() * 8);
    *bytes.get_mut(bit / 8)? ^= 1 << (bit % 8);
    HeaderValue::from_bytes(&bytes).ok()
}

/// Every single bit of the headers and of the body counts.
fn every_bit_counts<E: callsheet::value::Value + std::fmt::Debug>(
    verifier: &Verifier<E>,
    body: &[u8],
) {
    let sent = verifier.sign_as("msg_1", at(NOW), body);
    assert!(!matches!(
        verifier.verify(&sent, body).map_err(|error| error.kind()),
        Err(WebhookErrorKind::Mismatch)
    ));
    for (name, value) in &sent {
        for bit in 0..value.len() * 8 {
            let Some(flipped) = flip(value, bit) else { continue };
            let mut other = sent.clone();
            other.insert(name.clone(), flipped);
            kind(verifier.verify(&other, body));
        }
    }
    for bit in 0..body.len() * 8 {
        let mut other = body.to_vec();
        other[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(kind(verifier.verify(&sent, &other)), WebhookErrorKind::Mismatch);
    }
}

#[test]
fn a_flipped_bit_anywhere_refuses() {
    every_bit_counts(&standard().secret(STANDARD_SECRET).now(|| at(NOW)).build().unwrap(), b"[1]");
    every_bit_counts(&verifier(stripe::event()), CHARGE);
    every_bit_counts(&verifier(github::text()), b"Hello, World!");
    every_bit_counts(&verifier(slack::command()), b"text=hello");
}

proptest! {
    #[test]
    fn what_is_signed_is_taken_and_nothing_else(
        body in prop::collection::vec(any::<u8>(), 1..200),
        secret in "[!-~]{1,80}",
        seconds in 0..4_000_000_000_u64,
        bit in any::<prop::sample::Index>(),
    ) {
        let build = |secret: &str| {
            slack::command().secret(secret).now(move || at(seconds)).build().unwrap()
        };
        let verifier = build(&secret);
        let sent = verifier.sign(&body);
        prop_assert_eq!(verifier.verify(&sent, &body).unwrap(), body.clone());
        let mut other = body.clone();
        let bit = bit.index(body.len() * 8);
        other[bit / 8] ^= 1 << (bit % 8);
        prop_assert_eq!(kind(verifier.verify(&sent, &other)), WebhookErrorKind::Mismatch);
        let longer = build(&format!("{secret}x"));
        prop_assert_eq!(kind(longer.verify(&sent, &body)), WebhookErrorKind::Mismatch);
    }

    #[test]
    fn no_header_makes_it_panic(
        value in prop::collection::vec(32..=255_u8, 0..120),
        stamp in "[0-9tv=, .-]{0,20}",
        body in prop::collection::vec(any::<u8>(), 0..50),
    ) {
        let Ok(value) = HeaderValue::from_bytes(&value) else { return Ok(()) };
        let stamp = HeaderValue::from_str(&stamp).unwrap();
        let mut sent = HeaderMap::new();
        for name in ["stripe-signature", "x-hub-signature-256", "x-slack-signature"] {
            sent.insert(name, value.clone());
        }
        sent.insert("x-slack-request-timestamp", stamp);
        kind(verifier(stripe::event()).verify(&sent, &body));
        kind(verifier(github::text()).verify(&sent, &body));
        kind(verifier(slack::command()).verify(&sent, &body));
    }
}
