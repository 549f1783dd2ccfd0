//! The embedded service says what the spec says, and no more, so that the examples show the API and
//! not something else.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "tests")]

use callsheet::File;
use callsheet::drift::Collector;
use callsheet::http::Method;
use callsheet_service::{Fault, Service};
use qoder::sessions::{DeltaKind, SessionEvent};
use qoder::vaults::credentials::StaticBearerParams;
use qoder::{AgentToolset, Failure, FileResourceParams, Qoder, TextBlock, UserMessage};

fn client(service: &Service, drift: &Collector) -> Qoder {
    let builder = Qoder::builder().bearer(service.token()).base_url(service.base_url());
    builder.drift(drift).build().unwrap()
}

#[tokio::test]
async fn the_service_and_the_spec_say_the_same() {
    let (service, drift) = (Service::start(), Collector::new());
    let qoder = client(&service, &drift);
    let environment = qoder.environments().create("e").send().await.unwrap();
    qoder.environments().update(&environment.id).name("f").send().await.unwrap();
    qoder.environments().retrieve(&environment.id).send().await.unwrap();
    let agents = qoder.agents();
    let agent = agents.create("auto", "a").tools([AgentToolset::new()]).send().await.unwrap();
    let changed = agents.update(&agent.id).version(1).name("b").send().await.unwrap();
    assert_eq!((changed.version, changed.name.as_str()), (2, "b"));
    let late = agents.update(&agent.id).version(1).name("c").send().await.unwrap_err();
    assert!(matches!(late.failure(), Some(Failure::ConflictError(_))), "{late}");

    let file = qoder.files().upload(File::from_bytes("a/b.txt", "x")).send().await.unwrap();
    assert_eq!(file.filename, "b.txt");
    let refused = qoder.files().download(&file.id).send().await.unwrap_err();
    assert!(matches!(refused.failure(), Some(Failure::InvalidRequestError(_))), "{refused}");
    let skill = File::from_bytes("s/SKILL.md", "name: s");
    let skill = qoder.skills().create([skill]).send().await.unwrap();
    assert_eq!(skill.display_title.as_deref(), Some("s"));
    let bare = qoder.skills().create([File::from_bytes("s/a", "")]).send().await.unwrap_err();
    assert!(matches!(bare.failure(), Some(Failure::InvalidRequestError(_))), "{bare}");

    let vault = qoder.vaults().create("v").send().await.unwrap();
    let secret = StaticBearerParams::new("https://mcp.example", "s3cret");
    let kept = qoder.vaults().credentials().create(&vault.id, secret).send_with_meta().await;
    let kept = kept.unwrap().into_value();
    assert!(!format!("{kept:?}").contains("s3cret"));
    let listed = qoder.vaults().credentials().list(&vault.id).send().await.unwrap();
    assert_eq!(listed.data, [kept]);

    let store = qoder.memory_stores().create("m").send().await.unwrap();
    let memories = qoder.memory_stores().memories();
    let memory = memories.create(&store.id, "a/b", "one").send().await.unwrap();
    memories.update(&store.id, &memory.id).content("more").send().await.unwrap();
    let full = memories.retrieve(&store.id, &memory.id).send().await.unwrap();
    assert_eq!(full.content.as_deref(), Some("more"));
    memories.list(&store.id).path_prefix("a/").send().await.unwrap();
    let store = qoder.memory_stores().retrieve(&store.id).send().await.unwrap();
    assert_eq!((store.entry_count, store.total_size), (Some(1), Some(4)));

    let session = qoder.sessions().create(&agent.id, &environment.id);
    let session = session.resources([FileResourceParams::new(&file.id)]).vault_ids([&vault.id]);
    let session = session.send().await.unwrap();
    let used = qoder.environments().delete(&environment.id).send().await.unwrap_err();
    assert!(matches!(used.failure(), Some(Failure::ConflictError(_))), "{used}");
    qoder.sessions().update(&session.id).title("t").send().await.unwrap();
    let chat = qoder.sessions().events();
    let message = UserMessage::new([TextBlock::new("Hello")]);
    chat.send(&session.id, [message]).send().await.unwrap();
    let history = chat.list(&session.id).limit(100).send().await.unwrap();
    assert!(!history.data.iter().any(|event| matches!(event, SessionEvent::Unknown(_))));
    let messages = chat.list(&session.id).types(["agent.message"]).send().await.unwrap();
    assert_eq!(messages.data.len(), 1);
    qoder.sessions().cancel(&session.id).send().await.unwrap();
    qoder.sessions().archive(&session.id).send().await.unwrap();
    assert!(qoder.sessions().list().send().await.unwrap().data.is_empty());
    let all = qoder.sessions().list().include_archived(true).send().await.unwrap();
    assert_eq!(all.data.len(), 1);

    let report = drift.report();
    assert!(report.is_clean(), "{report}");
}

#[tokio::test]
async fn whoever_wants_pieces_gets_them_and_the_end_is_told() {
    let (service, drift) = (Service::start(), Collector::new());
    let qoder = client(&service, &drift);
    let environment = qoder.environments().create("e").send().await.unwrap();
    let agent = qoder.agents().create("auto", "a").send().await.unwrap();
    let session = qoder.sessions().create(&agent.id, &environment.id).send().await.unwrap();
    let chat = qoder.sessions().events();
    let mut plain = chat.stream(&session.id).stream().await.unwrap();
    let pieces = chat.stream(&session.id).event_deltas([DeltaKind::AgentMessage]);
    let mut pieces = pieces.stream().await.unwrap();
    let message = UserMessage::new([TextBlock::new("a b")]);
    chat.send(&session.id, [message]).send().await.unwrap();
    qoder.sessions().delete(&session.id).send().await.unwrap();

    let mut tags = [Vec::new(), Vec::new()];
    for (events, tags) in [&mut plain, &mut pieces].into_iter().zip(&mut tags) {
        while let Some(event) = events.next().await {
            tags.push(event.unwrap().tag().unwrap_or_default().to_owned());
        }
        assert_eq!(tags.last().map(String::as_str), Some("session.deleted"));
    }
    let [plain, mut pieces] = tags;
    assert_eq!(pieces.iter().filter(|tag| *tag == "event_delta").count(), 4);
    pieces.retain(|tag| tag != "event_start" && tag != "event_delta");
    assert_eq!(plain, pieces);
    let report = drift.report();
    assert!(report.is_clean(), "{report}");
}

#[tokio::test]
async fn only_an_event_that_was_can_be_gone_on_from() {
    let (service, drift) = (Service::start(), Collector::new());
    let qoder = client(&service, &drift);
    let environment = qoder.environments().create("e").send().await.unwrap();
    let agent = qoder.agents().create("auto", "a").send().await.unwrap();
    let session = qoder.sessions().create(&agent.id, &environment.id).send().await.unwrap();
    let events = qoder.sessions().events();
    let opening = events.stream(&session.id).resume_from("evt_0");
    let error = opening.stream().await.err().unwrap();
    assert!(matches!(error.failure(), Some(Failure::ConflictError(_))), "{error}");
    service.next(Fault::RateLimited(0));
    let retried = qoder.sessions().retrieve(&session.id).send_with_meta().await.unwrap();
    assert_eq!(retried.attempts(), 2);
}

#[tokio::test]
async fn the_storage_is_not_told_the_token() {
    let (service, drift) = (Service::start(), Collector::new());
    let qoder = client(&service, &drift);
    let environment = qoder.environments().create("e").send().await.unwrap();
    let agent = qoder.agents().create("auto", "a").tools([AgentToolset::new()]);
    let agent = agent.send().await.unwrap();
    let session = qoder.sessions().create(&agent.id, &environment.id).send().await.unwrap();
    let message = UserMessage::new([TextBlock::new("Hello")]);
    qoder.sessions().events().send(&session.id, [message]).send().await.unwrap();
    let files = qoder.files().list().scope_id(&session.id).send().await.unwrap();
    let link = qoder.files().download(&files.data[0].id).send().await.unwrap();
    assert!(!format!("{link:?}").contains("http"), "{link:?}");

    let content = qoder.fetch(link.url.expose()).send().await.unwrap().into_value();
    assert_eq!(&content[..], b"You said: Hello");
    let seen = service.storage_requests();
    assert!(!format!("{:?}", seen[0].headers).contains(service.token()));
    assert!(seen[0].header("authorization").is_none());

    // It would not have taken it.
    let (origin, query) = link.url.expose().split_once("/objects").unwrap();
    let path = format!("/objects{}", query.split('?').next().unwrap());
    let told = Qoder::builder().bearer(service.token()).base_url(origin).build().unwrap();
    let error = told.request(Method::GET, &path).send_bytes().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 400, "{error}");
}
