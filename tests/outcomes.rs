//! Endpoints that answer in several ways: what the status makes of an answer, and the media types
//! that can be asked for.

#![allow(missing_docs, reason = "the spec of a test")]

use callsheet::ErrorKind;
use callsheet::blocking::Blocking;
use callsheet::drift::{Collector, Kind};
use callsheet::testing::{MockTransport, Reply};

callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        errors { 404: Problem }
    }
    struct Problem { why: String }
    struct Job { id: String, state?: String }

    mod jobs {
        PUT /jobs/{id: String} as put {
            query { dry?: bool }
            body { name: String }
            /// It was there already.
            -> 200 Job
            -> 201 { id: String } header { Location: String, X-Left?: u32 }
            -> 202 header { Retry-After: u32 }
            -> 203 text
            -> 2xx { odd: bool }
            -> 204
        }
        GET /jobs/{id: String} as get {
            query { part?: u8 }
            -> 200 Job
            -> 200 text "text/csv"
            -> 200 bytes "application/pdf" header { ETag as etag: String }
            -> 204
            example -> 200 { "id": "j1" }
        }
        DELETE /jobs/{id: String} as remove { -> 200 Job | null -> 202 Job }
    }
}

use jobs::{GetCsvOutcome, GetOutcome, GetPdfOutcome, PutOutcome, RemoveOutcome};

fn acme(mock: &MockTransport) -> Acme {
    let builder = Acme::builder().transport(mock.transport()).clock(mock.clock());
    builder.max_retries(0).build().unwrap()
}

/// What `put` makes of an answer.
async fn put(reply: Reply) -> Result<PutOutcome, Error> {
    let mock = MockTransport::new();
    mock.on("jobs.put").times(1).reply(reply);
    acme(&mock).jobs().put("j1", "n").dry(true).send().await
}

#[tokio::test]
async fn the_status_says_which_variant_it_is() {
    let PutOutcome::Ok(job) = put(Reply::json(200, r#"{"id":"j1"}"#)).await.unwrap() else {
        panic!("it was 200");
    };
    assert_eq!(job.id, "j1");

    let reply = Reply::json(201, r#"{"id":"j2"}"#).header("location", "/jobs/j2");
    let created = put(reply).await.unwrap();
    let PutOutcome::Created(made) = &created else { panic!("it was 201") };
    assert_eq!((&*made.body.id, &*made.location, made.x_left), ("j2", "/jobs/j2", None));
    assert_eq!(
        format!("{created:?}"),
        r#"Created(PutCreatedAnswer { body: PutCreatedResponse { id: "j2" }, location: "/jobs/j2", x_left: None })"#
    );
    assert_eq!(created, created.clone());
    assert_ne!(created, PutOutcome::NoContent);

    let accepted = put(Reply::status(202).header("retry-after", "7")).await.unwrap();
    let PutOutcome::Accepted(accepted) = accepted else { panic!("it was 202") };
    assert_eq!(accepted.retry_after, 7);

    let text = put(Reply::status(203).header("content-type", "text/plain").body("hi")).await;
    assert_eq!(text.unwrap(), PutOutcome::NonAuthoritative("hi".to_owned()));
    assert_eq!(put(Reply::status(204)).await.unwrap(), PutOutcome::NoContent);

    // A status without a response of its own is one of its class.
    let other = put(Reply::json(207, r#"{"odd":true}"#)).await.unwrap();
    let PutOutcome::Success(other) = other else { panic!("it was 207") };
    assert!(other.odd);
}

#[tokio::test]
async fn what_is_not_as_its_status_declares_is_an_error() {
    let error = put(Reply::json(201, r#"{"id":"j2"}"#)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.to_string(), "jobs.put: the header `Location` is missing");
    let error = put(Reply::json(200, r#"{"odd":true}"#)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let error = put(Reply::json(404, r#"{"why":"gone"}"#)).await.unwrap_err();
    let Some(Failure::Status404(problem)) = error.failure() else { panic!("{error}") };
    assert_eq!(problem.why, "gone");
}

#[tokio::test]
async fn a_status_that_is_not_declared_is_read_as_the_first() {
    let mock = MockTransport::new();
    mock.on("jobs.remove").reply(Reply::json(200, "null"));
    mock.on("jobs.get").reply(Reply::json(299, r#"{"id":"j1"}"#));
    let acme = acme(&mock);
    let job = acme.jobs().get("j1").send_with_meta().await.unwrap();
    assert_eq!(job.status().as_u16(), 299);
    assert!(matches!(job.value(), GetOutcome::Ok(job) if job.id == "j1"));
    let removed = acme.jobs().remove("j1").send().await.unwrap();
    assert!(matches!(removed, RemoveOutcome::Ok(None)), "{removed:?}");
}

#[tokio::test]
async fn each_media_type_can_be_asked_for() {
    let mock = MockTransport::new();
    let of = |media: &'static str| {
        mock.on("jobs.get").times(1).when(move |seen| seen.header("accept") == Some(media))
    };
    of("application/json").reply(Reply::json(200, r#"{"id":"j1"}"#));
    let csv = Reply::status(200).header("content-type", "text/csv").body("id\nj1\n");
    of("text/csv").reply(csv);
    let pdf = Reply::status(200).header("content-type", "application/pdf").header("etag", "e1");
    of("application/pdf").reply(pdf.body("%PDF"));
    let acme = acme(&mock);
    let jobs = acme.jobs();

    let job = jobs.get("j1").part(1).send().await.unwrap();
    assert!(matches!(job, GetOutcome::Ok(_)));
    let csv = jobs.get("j1").part(2).accept_csv().send().await.unwrap();
    assert_eq!(csv, GetCsvOutcome::Ok("id\nj1\n".to_owned()));
    let pdf = jobs.get("j1").accept_pdf().send_with_meta().await.unwrap();
    let GetPdfOutcome::Ok(pdf) = pdf.value() else { panic!("it was 200") };
    assert_eq!((&*pdf.body, &*pdf.etag), (&b"%PDF"[..], "e1"));
    assert_eq!(mock.seen()[1].query(), [("part".to_owned(), "2".to_owned())]);

    let call = jobs.get("j1").part(3).accept_csv();
    assert_eq!(call.to_http().unwrap().headers()["accept"], "text/csv");
    assert!(format!("{call:?}").contains("part: Some(3)"), "{call:?}");
    // Of several statuses every media type is welcome.
    let put = jobs.put("j1", "n").to_http().unwrap();
    assert_eq!(put.headers()["accept"], "application/json, text/plain");
}

#[test]
fn it_blocks_and_drifts_as_any_other() {
    let (mock, drift) = (MockTransport::new(), Collector::new());
    mock.on("jobs.put").times(1).reply(Reply::json(200, r#"{"id":"j1","new":1}"#));
    mock.on("jobs.get").times(1).reply(Reply::status(204));
    let builder = Acme::builder().transport(mock.transport()).clock(mock.clock());
    let acme = builder.drift(&drift).build().unwrap();
    let job = acme.jobs().put("j1", "n").send().wait_blocking().unwrap();
    assert!(matches!(job, PutOutcome::Ok(_)));
    let csv = acme.jobs().get("j1").accept_csv().send().wait_blocking().unwrap();
    assert_eq!(csv, GetCsvOutcome::NoContent);
    let report = drift.report();
    let found: Vec<_> =
        report.findings().iter().map(|found| (found.path.as_str(), found.kind)).collect();
    assert_eq!(found, [("new", Kind::UnknownField)]);
}
