//! Secrets and settings.

use super::*;

/// Why a verifier cannot be built; no secret is in it.
fn problem<E>(builder: VerifierBuilder<E>) -> String {
    let said = format!("{builder:?}");
    assert!(!said.contains("canary"), "{said}");
    let error = builder.build().unwrap_err().to_string();
    assert!(!error.contains("canary"), "{error}");
    error
}

#[test]
fn while_secrets_are_changed_both_are_good() {
    let last = github::text().secret("last").build().unwrap();
    let next = github::text().secret("next").build().unwrap();
    let both = github::text().secret("next").secret("last").build().unwrap();
    for signer in [&last, &next] {
        both.verify(&signer.sign(b"x"), b"x").unwrap();
    }
    assert_eq!(kind(next.verify(&last.sign(b"x"), b"x")), WebhookErrorKind::Mismatch);
    // The first secret signs.
    next.verify(&both.sign(b"x"), b"x").unwrap();
    let other = github::text().secret("other").build().unwrap();
    assert_eq!(kind(both.verify(&other.sign(b"x"), b"x")), WebhookErrorKind::Mismatch);
}

#[test]
fn a_verifier_has_a_secret() {
    assert_eq!(
        problem(github::text()),
        "webhook `github.text`: it has no secret; set one with `secret`"
    );
    assert_eq!(
        problem(standard()),
        "webhook `standard`: it has no secret; set one with `secret`, or use `secrets_from_env` \
         with `CALLSHEET_TEST_NEXT_SECRET` or `CALLSHEET_TEST_LAST_SECRET`"
    );
    assert_eq!(
        problem(standard().secrets_from_env()),
        "webhook `standard`: there is no secret in `CALLSHEET_TEST_NEXT_SECRET` or \
         `CALLSHEET_TEST_LAST_SECRET`"
    );
}

#[test]
fn a_secret_is_written_as_the_spec_says() {
    for (secret, wanted) in [
        ("", "is empty"),
        (" canary-secret", "has white space around it"),
        ("canary-secret\n", "has white space around it"),
    ] {
        let said = problem(github::text().secret(secret));
        assert_eq!(said, format!("webhook `github.text`: the secret {wanted}"));
    }
    for (secret, wanted) in [
        ("whsec_canary-secret", "is not base64"),
        ("whsec_", "is empty"),
        ("whsec_plJ3nmyCDGBKInavdOK15js", "is not base64"),
    ] {
        let said = problem(standard().secret(secret));
        assert_eq!(said, format!("webhook `standard`: the secret {wanted}"));
    }
}

#[test]
fn settings_are_in_their_ranges() {
    let seconds = Duration::from_secs;
    let tolerance = "webhook `slack.command`: the tolerance is from 1 second to 24 hours";
    for time in [seconds(0), Duration::from_millis(999), seconds(86_401)] {
        assert_eq!(problem(slack::command().secret(SECRET).tolerance(time)), tolerance);
    }
    assert_eq!(
        problem(github::text().secret(SECRET).tolerance(seconds(9))),
        "webhook `github.text`: its deliveries have no timestamp, so that there is no tolerance"
    );
    let window = "webhook `slack.command`: the replay window is from 600 seconds to 366 days";
    for time in [seconds(599), seconds(367 * 86_400)] {
        assert_eq!(problem(slack::command().secret(SECRET).replay_window(time)), window);
    }
    assert_eq!(
        problem(github::text().secret(SECRET).replay_window(seconds(0))),
        "webhook `github.text`: the replay window is from 1 seconds to 366 days"
    );
    let store = callsheet::webhook::MemoryReplayStore::default();
    assert_eq!(
        problem(github::text().secret(SECRET).replay_store(store)),
        "webhook `github.text`: its deliveries have no timestamp: say with `replay_window` how \
         long to remember them"
    );
    let least = slack::command().secret(SECRET).tolerance(seconds(1)).replay_window(seconds(2));
    assert!(format!("{:?}", least.build().unwrap()).contains("replay_window: Some(2s)"));
}

/// What all requests of a server may have.
fn is_shared<T: Send + Sync + Clone + 'static>(_: &T) {}

#[test]
fn a_verifier_shows_no_secret() {
    let verifier = verifier(slack::command());
    let said = format!("{verifier:?}");
    assert!(said.contains("slack.command") && said.contains("secrets: 1"), "{said}");
    assert!(!said.contains("canary"), "{said}");
    is_shared(&verifier);
}

/// The environment of a process is set before it starts, so that there is a process for each.
fn check_environment(next: impl AsRef<std::ffi::OsStr>, last: &str, wanted: &str) {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", "settings::with_the_environment_of_a_child"])
        .env("CALLSHEET_TEST_NEXT_SECRET", next)
        .env("CALLSHEET_TEST_LAST_SECRET", last)
        .env("CALLSHEET_TEST_WANTED", wanted)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn secrets_come_from_the_variables_that_the_spec_names() {
    check_environment(STANDARD_SECRET, "", "1");
    check_environment("", STANDARD_SECRET, "1");
    check_environment("whsec_AAAA", STANDARD_SECRET, "2");
    let wanted = "the secret in `CALLSHEET_TEST_NEXT_SECRET` is not base64";
    check_environment("whsec_canary-secret", "", wanted);
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_no_text_is_no_secret() {
    let bytes: &std::ffi::OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"\x80\x81\x82");
    check_environment(bytes, "", "the secret in `CALLSHEET_TEST_NEXT_SECRET` is not UTF-8");
}

#[test]
#[ignore = "another test runs it with an environment"]
fn with_the_environment_of_a_child() {
    let wanted = std::env::var("CALLSHEET_TEST_WANTED").unwrap();
    let builder = standard().secrets_from_env().now(|| at(NOW));
    let Ok(count) = wanted.parse::<usize>() else {
        assert_eq!(problem(builder), format!("webhook `standard`: {wanted}"));
        return;
    };
    let verifier = builder.build().unwrap();
    assert!(format!("{verifier:?}").contains(&format!("secrets: {count}")));
    let signer = standard().secret(STANDARD_SECRET).now(|| at(NOW)).build().unwrap();
    verifier.verify(&signer.sign(b"1"), b"1").unwrap();
}
