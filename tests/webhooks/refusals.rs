//! What is refused, and by which name.

use super::*;
use callsheet::http::StatusCode;

const HUB: &str = "x-hub-signature-256";

#[test]
fn what_is_tampered_with_does_not_match() {
    let verifier = standard().secret(STANDARD_SECRET).now(|| at(NOW)).build().unwrap();
    let body = br#"{"cents":100}"#;
    let sent = verifier.sign_as("msg_1", at(NOW), body);
    verifier.verify(&sent, body).unwrap();
    assert_eq!(kind(verifier.verify(&sent, br#"{"cents":900}"#)), WebhookErrorKind::Mismatch);
    assert_eq!(kind(verifier.verify(&sent, br#"{"cents":100} "#)), WebhookErrorKind::Mismatch);
    assert_eq!(kind(verifier.verify(&sent, b"")), WebhookErrorKind::Mismatch);
    for (name, value) in [
        ("webhook-id", "msg_2"),
        ("webhook-timestamp", "1700000001"),
        ("webhook-timestamp", "01700000000"),
        ("webhook-signature", "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
    ] {
        let mut other = sent.clone();
        other.insert(name, HeaderValue::from_static(value));
        assert_eq!(kind(verifier.verify(&other, body)), WebhookErrorKind::Mismatch, "{name}");
    }
    // Pieces cannot be moved from one header into the other.
    let mut moved = sent;
    moved.insert("webhook-id", HeaderValue::from_static("msg_1.1700000000"));
    moved.insert("webhook-timestamp", HeaderValue::from_static("1700000000"));
    assert_eq!(kind(verifier.verify(&moved, body)), WebhookErrorKind::Mismatch);
}

#[test]
fn each_header_has_to_be_there() {
    let verifier = standard().secret(STANDARD_SECRET).now(|| at(NOW)).build().unwrap();
    let sent = verifier.sign(b"{}");
    for name in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
        let mut other = sent.clone();
        other.remove(name);
        let error = verifier.verify(&other, b"{}").unwrap_err();
        assert_eq!(error.kind(), WebhookErrorKind::MissingHeader);
        assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(
            error.to_string(),
            format!(
                "webhook `standard`: the header `{name}` is missing; pass the headers of the \
                 request as they came"
            )
        );
    }
}

#[test]
fn no_header_may_be_there_twice() {
    let verifier = standard().secret(STANDARD_SECRET).now(|| at(NOW)).build().unwrap();
    let sent = verifier.sign(b"{}");
    for name in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
        for same in [true, false] {
            let mut other = sent.clone();
            let value = sent.get(name).unwrap().clone();
            other.append(name, if same { value } else { HeaderValue::from_static("1") });
            assert_eq!(kind(verifier.verify(&other, b"{}")), WebhookErrorKind::DuplicateHeader);
        }
    }
}

#[test]
fn odd_headers_are_told_apart() {
    let verifier = verifier(github::text());
    let cases: [(&[u8], WebhookErrorKind); 11] = [
        (b"", WebhookErrorKind::InvalidHeader),
        (b"sha256=\xff\xfe", WebhookErrorKind::InvalidHeader),
        ("sha256=é".as_bytes(), WebhookErrorKind::InvalidHeader),
        (b"sha1=757107ea0eb2509fc211221cce984b8a37570b6d", WebhookErrorKind::InvalidHeader),
        (b"SHA256=00", WebhookErrorKind::InvalidHeader),
        (b"sha256", WebhookErrorKind::InvalidHeader),
        (b"sha256=", WebhookErrorKind::InvalidSignature),
        (b"sha256=757107ea", WebhookErrorKind::InvalidSignature),
        (
            b"sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17",
            WebhookErrorKind::InvalidSignature,
        ),
        (
            b"sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1700",
            WebhookErrorKind::InvalidSignature,
        ),
        (
            b"sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
            WebhookErrorKind::Mismatch,
        ),
    ];
    for (value, wanted) in cases {
        let mut sent = HeaderMap::new();
        sent.insert(HUB, HeaderValue::from_bytes(value).unwrap());
        assert_eq!(kind(verifier.verify(&sent, b"{}")), wanted, "{value:?}");
    }
}

#[test]
fn a_timestamp_is_whole_seconds() {
    let verifier = verifier(slack::command());
    let sent = verifier.sign(b"x");
    for text in ["now", "-1", "+1700000000", "1.7e9", "1700000000.5", "0x1", "9999999999999", "１"]
    {
        let mut other = sent.clone();
        let value = HeaderValue::from_bytes(text.as_bytes()).unwrap();
        other.insert("x-slack-request-timestamp", value);
        let wanted = if text.is_ascii() {
            WebhookErrorKind::InvalidTimestamp
        } else {
            WebhookErrorKind::InvalidHeader
        };
        assert_eq!(kind(verifier.verify(&other, b"x")), wanted, "{text}");
    }
    let verifier = super::verifier(stripe::event());
    let zeros = "0".repeat(64);
    for (value, wanted) in [
        (format!("v1={zeros}"), WebhookErrorKind::InvalidHeader),
        (format!("t={NOW}"), WebhookErrorKind::InvalidHeader),
        (format!("t=,v1={zeros}"), WebhookErrorKind::InvalidTimestamp),
        (format!("t={NOW},t={NOW},v1={zeros}"), WebhookErrorKind::InvalidHeader),
        (format!("t={NOW},v0={zeros}"), WebhookErrorKind::InvalidHeader),
        (format!("t={NOW};v1={zeros}"), WebhookErrorKind::InvalidTimestamp),
        (format!("t={NOW},v1={zeros}"), WebhookErrorKind::Mismatch),
    ] {
        let sent = headers(&[("stripe-signature", &value)]);
        assert_eq!(kind(verifier.verify(&sent, CHARGE)), wanted, "{value}");
    }
}

#[test]
fn a_delivery_is_good_for_the_tolerance_and_no_longer() {
    let five_minutes = 300;
    let of_slack = verifier(slack::command());
    let of_stripe = verifier(stripe::event());
    let own = slack::command().tolerance(Duration::from_secs(1));
    let own = verifier(own);
    let sign = |time: u64| of_slack.sign_as("", at(time), b"x");
    for (distance, is_good) in [(0, true), (five_minutes, true), (five_minutes + 1, false)] {
        let stale = of_slack.verify(&sign(NOW - distance), b"x");
        let future = of_slack.verify(&sign(NOW + distance), b"x");
        if is_good {
            stale.unwrap();
            future.unwrap();
        } else {
            assert_eq!(kind(stale), WebhookErrorKind::Stale);
            assert_eq!(kind(future), WebhookErrorKind::Future);
        }
    }
    own.verify(&own.sign_as("", at(NOW - 1), b"x"), b"x").unwrap();
    assert_eq!(kind(own.verify(&sign(NOW - 2), b"x")), WebhookErrorKind::Stale);
    // The spec's own.
    of_stripe.verify(&of_stripe.sign_as("", at(NOW - 60), CHARGE), CHARGE).unwrap();
    let error = of_stripe.verify(&of_stripe.sign_as("", at(NOW - 61), CHARGE), CHARGE).unwrap_err();
    assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(
        error.to_string(),
        "webhook `stripe.event`: the delivery was signed 61 s ago, and 60 s are tolerated; if it \
         was not kept back and sent again, this machine's clock is wrong"
    );
    // Who does not know the secret learns nothing of clocks.
    let mut forged = of_slack.sign_as("", at(NOW - 9999), b"x");
    forged.insert("x-slack-request-timestamp", HeaderValue::from_static("1"));
    assert_eq!(kind(of_slack.verify(&forged, b"x")), WebhookErrorKind::Mismatch);
}

#[test]
fn a_part_of_a_second_over_the_tolerance_is_over() {
    let now = at(NOW) + Duration::from_nanos(1);
    let late = slack::command().secret(SECRET).now(move || now).build().unwrap();
    assert_eq!(
        kind(late.verify(&late.sign_as("", at(NOW - 300), b"x"), b"x")),
        WebhookErrorKind::Stale
    );
    late.verify(&late.sign_as("", at(NOW - 299), b"x"), b"x").unwrap();
}

#[test]
fn a_huge_body_is_not_looked_at() {
    let body = vec![b'x'; 1024 * 1024 + 1];
    let small = verifier(github::text());
    let sent = small.sign(&body);
    let error = small.verify(&sent, &body).unwrap_err();
    assert_eq!(error.kind(), WebhookErrorKind::BodyTooLarge);
    assert_eq!(error.status(), StatusCode::PAYLOAD_TOO_LARGE);
    // Not even at its headers.
    let error = small.verify(&HeaderMap::new(), &body).unwrap_err();
    assert_eq!(error.kind(), WebhookErrorKind::BodyTooLarge);
    small.verify(&small.sign(&body[1..]), &body[1..]).unwrap();
    let large = verifier(github::text().max_body(body.len()));
    assert_eq!(large.verify(&sent, &body).unwrap().len(), body.len());
    let none = verifier(slack::command().max_body(0));
    assert_eq!(none.verify(&none.sign(b""), b"").unwrap(), "");
}

#[test]
fn bodies_are_verified_before_they_are_parsed() {
    let verifier = verifier(stripe::event());
    for body in [&b"{\"id\":"[..], b"\xff\xfe", b"[]", b"{\"type\":\"charge.failed\"}", b""] {
        let other = verifier.sign(CHARGE);
        assert_eq!(kind(verifier.verify(&other, body)), WebhookErrorKind::Mismatch);
        let sent = verifier.sign(body);
        assert_eq!(kind(verifier.verify(&sent, body)), WebhookErrorKind::Decode);
    }
    let body = br#"{"type":"charge.succeeded","id":"evt_1","amount":"canary"}"#;
    let error = verifier.verify(&verifier.sign(body), body).unwrap_err();
    assert_eq!(error.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(error.decode_error().unwrap().path, "amount");
    assert_eq!(error.webhook(), "stripe.event");
    assert!(
        error
            .to_string()
            .starts_with("webhook `stripe.event`: the body is not what is declared: amount: ")
    );
}

#[test]
fn an_event_that_the_spec_does_not_know_is_kept() {
    let verifier = verifier(stripe::event());
    let body = br#"{"type":"charge.refunded","id":"evt_2"}"#;
    let event = verifier.verify(&verifier.sign(body), body).unwrap();
    assert_eq!(event.tag(), Some("charge.refunded"));
}
