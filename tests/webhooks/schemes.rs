//! The examples that the documentation of each scheme gives.

use super::*;

/// Standard Webhooks, and the service that it comes from.
#[test]
fn standard_webhooks() {
    let cases = [
        (
            STANDARD_SECRET,
            "msg_loFOjxBNrRLzqYUf",
            1_731_705_121,
            r#"{"event_type":"ping","data":{"success":true}}"#,
            "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
        ),
        (
            // Without the prefix, which is no part of the key.
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            r#"{"test": 2432232314}"#,
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        ),
    ];
    for (secret, id, time, body, signature) in cases {
        let verifier = standard().secret(secret).now(move || at(time)).build().unwrap();
        let time_text = time.to_string();
        let sent = headers(&[
            ("Webhook-Id", id),
            ("Webhook-Timestamp", &time_text),
            ("Webhook-Signature", signature),
        ]);
        let delivery = verifier.verify_with_meta(&sent, body.as_bytes()).unwrap();
        assert_eq!(delivery.id(), Some(id));
        assert_eq!(delivery.timestamp(), Some(at(time)));
        assert_eq!(*delivery.event(), serde_json::from_str::<callsheet::Json>(body).unwrap());
        assert_eq!(verifier.sign_as(id, at(time), body.as_bytes()), sent);

        // Those of other versions and of other keys stand beside it.
        let among = format!(
            "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= v1,short {signature}"
        );
        let mut sent = sent;
        sent.insert("webhook-signature", HeaderValue::from_str(&among).unwrap());
        verifier.verify(&sent, body.as_bytes()).unwrap();
    }
}

/// The format is that of Stripe; its documentation gives no example that can be computed. This one
/// is, by another implementation.
#[test]
fn stripe_signs_time_and_body_in_one_header() {
    let verifier = stripe::event().secret("whsec_test_secret").now(|| at(NOW)).build().unwrap();
    let signature = "1a198f7b0eb1c958b7b9200aec94b2877a74d5429e1b71d5da72e0623ef08609";
    let other = "6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39";
    for value in [
        format!("t={NOW},v1={signature}"),
        format!("t={NOW},v1={other},v1={signature},v0={other}"),
        format!("v0={other}, v1={signature}, t={NOW}"),
    ] {
        let delivery =
            verifier.verify_with_meta(&headers(&[("Stripe-Signature", &value)]), CHARGE).unwrap();
        assert_eq!(delivery.timestamp(), Some(at(NOW)));
        assert_eq!(delivery.id(), None);
        let Event::Paid(paid) = delivery.into_event() else { panic!("{value}") };
        assert_eq!((paid.id.as_str(), paid.amount), ("evt_1", 500));
    }
}

#[test]
fn github_signs_the_body_alone() {
    let verifier = github::text().secret("It's a Secret to Everybody").build().unwrap();
    let sent = headers(&[(
        "X-Hub-Signature-256",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
    )]);
    let delivery = verifier.verify_with_meta(&sent, b"Hello, World!").unwrap();
    assert_eq!(delivery.event(), "Hello, World!");
    assert_eq!(delivery.timestamp(), None);
}

#[test]
fn slack_signs_a_version_the_time_and_the_body() {
    let body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow\
                &channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner\
                &command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com\
                %2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN\
                &trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    let secret = "8f742231b10e8888abcd99yyyzzz85a5";
    let verifier = slack::command().secret(secret).now(|| at(1_531_420_618)).build().unwrap();
    let sent = headers(&[
        ("X-Slack-Request-Timestamp", "1531420618"),
        (
            "X-Slack-Signature",
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        ),
    ]);
    assert_eq!(verifier.verify(&sent, body.as_bytes()).unwrap(), body);
}

#[test]
fn headers_of_a_delivery_are_part_of_its_event() {
    let verifier = verifier(github::ping());
    let body = br#"{"zen":"Keep it logically awesome.","token":"canary"}"#;
    let mut sent = verifier.sign(body);
    assert_eq!(kind(verifier.verify(&sent, body)), WebhookErrorKind::Decode);
    sent.insert("x-github-event", HeaderValue::from_static("ping"));
    sent.insert(
        "x-github-delivery",
        HeaderValue::from_static("72d3162e-cc78-11e3-81ab-4c9367dc0958"),
    );
    let event = verifier.verify(&sent, body).unwrap();
    assert_eq!(event.x_git_hub_event, "ping");
    assert_eq!(event.hook, None);
    assert_eq!(event.body.zen, "Keep it logically awesome.");
    assert!(!format!("{event:?}").contains("canary"));
}
