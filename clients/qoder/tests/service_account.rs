//! Service accounts: a key is exchanged for tokens, over mocks of both services.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::time::Duration;

use callsheet::testing::{MockTransport, Reply};
use callsheet::{ErrorKind, Sent};
use qoder::service_tokens::ServiceTokens;
use qoder::{Qoder, Region, ServiceAccount};

const KEY: &str = "sa-canary-key";
const TOKEN: &str = r#"{"access_token":"canary-token","token_type":"Bearer","expires_in":100}"#;
const MODELS: &str = r#"{"data":[],"has_more":false}"#;

/// The services, and a client of the one with tokens of the other.
struct Pair {
    tokens: MockTransport,
    api: MockTransport,
    account: ServiceAccount,
    qoder: Qoder,
}

/// A call of the API, such as it is.
fn models(qoder: &Qoder) -> impl Future<Output = Result<(), qoder::Error>> + Send + use<> {
    let call = qoder.models().list().send();
    async { call.await.map(drop) }
}

fn pair() -> Pair {
    let (tokens, api) = (MockTransport::new(), MockTransport::new());
    let builder = ServiceTokens::builder().bearer(KEY).transport(tokens.transport());
    let builder = builder.base_url(Region::Global.tokens_url()).clock(tokens.clock());
    let account = ServiceAccount::with(
        builder.max_retries(0).build().unwrap(),
        Region::Global,
        ["agents:read", "agents:run", "agents:read"],
    );
    let account = account.unwrap().life(Duration::from_secs(100)).unwrap();
    let builder = account.client().transport(api.transport()).clock(api.clock()).max_retries(0);
    let qoder = builder.build().unwrap();
    Pair { tokens, api, account, qoder }
}

#[tokio::test]
async fn the_key_is_exchanged_once_and_the_token_goes_to_the_api() {
    let Pair { tokens, api, account, qoder } = pair();
    tokens.on("exchange").times(1).reply_json(200, TOKEN);
    api.on("models.list").times(12).reply_json(200, MODELS);
    let calls: Vec<_> = (0..12).map(|_| tokio::spawn(models(&qoder))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let seen = &tokens.seen()[0];
    assert_eq!(seen.uri(), "https://openapi.qoder.sh/api/v1/serviceToken/exchange");
    assert_eq!(seen.header("authorization"), Some("Bearer sa-canary-key"));
    assert_eq!(
        seen.json(),
        serde_json::json!({
            "grant_type": "client_credentials",
            "audience": "qoder",
            "scope": "agents:read agents:run",
            "ttl_seconds": 100,
        })
    );
    for seen in api.seen() {
        assert_eq!(seen.uri(), "https://api.qoder.com/api/v1/cloud/models");
        assert_eq!(seen.header("authorization"), Some("Bearer canary-token"));
    }
    let shown = format!("{account:?} {qoder:?} {:?}", qoder.clone());
    assert!(!shown.contains("canary"), "{shown}");
}

#[tokio::test]
async fn a_token_is_renewed_shortly_before_its_end_and_an_old_one_is_better_than_none() {
    let Pair { tokens, api, qoder, .. } = pair();
    let renewed = TOKEN.replace("canary-token", "canary-next");
    tokens.on("exchange").sequence([
        Reply::json(200, TOKEN),
        Reply::json(503, "{}"),
        Reply::json(200, renewed),
    ]);
    api.on("models.list").times(4).reply_json(200, MODELS);
    let clock = api.clock();
    // A token of 100 s is renewed from about 90 s on; after a failure not before 5 s.
    for (passes, exchanges, sent) in
        [(0, 1, "token"), (85, 1, "token"), (7, 2, "token"), (5, 3, "next")]
    {
        clock.advance(Duration::from_secs(passes));
        models(&qoder).await.unwrap();
        assert_eq!(tokens.seen().len(), exchanges);
        let seen = api.seen();
        let header = seen.last().unwrap().header("authorization").unwrap();
        assert_eq!(header, format!("Bearer canary-{sent}"));
    }
}

#[tokio::test]
async fn what_is_no_token_is_refused_and_never_shown() {
    for (status, answer, said) in [
        (200, TOKEN.replace("100", "0"), "does not say how long it is good"),
        (200, TOKEN.replace("100", "43201"), "does not say how long it is good"),
        (200, TOKEN.replace("100", "\"soon\""), "does not say how long it is good"),
        (200, TOKEN.replace("100", "true"), "does not say how long it is good"),
        (200, TOKEN.replace("Bearer", "mac"), "is not a bearer token"),
        (200, TOKEN.replace("access_token", "token"), "gave no token"),
        (200, "<html>canary</html>".to_owned(), "gave no token"),
        (403, format!(r#"{{"error":{{"message":"{KEY} canary-token"}}}}"#), "answered with 403"),
        (500, "canary".to_owned(), "answered with 500"),
    ] {
        let Pair { tokens, api, qoder, .. } = pair();
        tokens.on("exchange").times(1).reply_json(status, &answer);
        let error = models(&qoder).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Credentials, Sent::No), "{answer}");
        let source = std::error::Error::source(&error);
        let shown = format!("{error} {error:?} {error:#?} {source:?}");
        assert!(shown.contains(said), "{answer}: {shown}");
        assert!(!shown.contains("canary"), "{answer}: {shown}");
        assert!(api.seen().is_empty());
    }
}

#[tokio::test]
async fn a_life_may_be_a_text() {
    let Pair { tokens, api, qoder, .. } = pair();
    tokens.on("exchange").times(1).reply_json(200, TOKEN.replace("100", "\"100\""));
    api.on("models.list").reply_json(200, MODELS);
    models(&qoder).await.unwrap();
}

#[test]
fn odd_settings_are_refused() {
    let account = |key: &str, scopes: &[&str]| {
        ServiceAccount::new(Region::China, key, scopes.iter().copied())
    };
    for (key, scopes, said) in [
        (KEY, &[][..], "needs a scope"),
        (KEY, &["a", ""], "`` is no scope"),
        (KEY, &["a b"], "`a b` is no scope"),
        ("", &["a"], "is empty"),
        ("canary\n", &["a"], "line break"),
    ] {
        let error = account(key, scopes).unwrap_err().to_string();
        assert!(error.contains(said) && !error.contains("canary"), "{error}");
    }
    let account = account(KEY, &["a"]).unwrap();
    for (life, is_good) in [(0, false), (1, true), (43_200, true), (43_201, false)] {
        assert_eq!(account.clone().life(Duration::from_secs(life)).is_ok(), is_good, "{life}");
    }
    assert!(account.clone().life(Duration::MAX).is_err());
    let china = account.client().build().unwrap();
    assert!(format!("{china:?}").contains("api.qoder.com.cn"), "{china:?}");
}
