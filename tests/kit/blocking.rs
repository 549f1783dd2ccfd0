use std::time::{Duration, Instant};

use callsheet::blocking::Blocking;
use callsheet::testing::{FaultServer, MockTransport, Reply, Script};
use callsheet::{ErrorKind, Sent};

use crate::{CANARY, PET, Shop, shop};

/// A server on a thread of its own, until the test ends.
fn server(scripts: Vec<Script>) -> FaultServer {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            sender.send(FaultServer::start(scripts).await.unwrap()).unwrap();
            std::future::pending::<()>().await;
        });
    });
    receiver.recv().unwrap()
}

#[test]
fn calls_block_and_keep_their_connection() {
    let server = server(vec![Script::new().json(200, PET).json(201, PET).json(404, "{}")]);
    let shop = shop(&server);
    assert_eq!(shop.pets().get("p1").send().wait_blocking().unwrap().id, "p1");
    let created = shop.pets().create("Rex").send_with_meta().wait_blocking().unwrap();
    assert_eq!(created.status(), 201);
    let error = shop.pets().get("p1").send().wait_blocking().unwrap_err();
    assert_eq!(error.status().unwrap(), 404);
    assert_eq!(server.connections(), 1);
}

#[test]
fn a_blocking_call_has_its_time_limits() {
    let server = server(vec![Script::new().read_head().wait_for_close()]);
    let started = Instant::now();
    let call = shop(&server).pets().get("p1").timeout(Duration::from_millis(50)).send();
    assert!(call.wait_blocking().unwrap_err().is_timeout());
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn threads_block_side_by_side() {
    let server = server(vec![Script::new().json(200, PET)]);
    let shop = shop(&server);
    std::thread::scope(|scope| {
        let calls: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| shop.pets().get("p1").send().wait_blocking().unwrap().id))
            .collect();
        for call in calls {
            assert_eq!(call.join().unwrap(), "p1");
        }
    });
}

#[tokio::test]
async fn f154_a_blocking_call_inside_a_runtime_is_an_error_and_not_sent() {
    let mock = MockTransport::new();
    mock.on("pets.get").optional().reply(Reply::json(200, PET));
    let builder = Shop::builder().bearer(CANARY).transport(mock.transport());
    let shop = builder.build().unwrap();
    let call = |shop: &Shop| shop.pets().get("p1").send();
    let here = call(&shop).wait_blocking().unwrap_err();
    let there = call(&shop);
    let there = tokio::task::spawn_blocking(move || there.wait_blocking().unwrap_err());
    for error in [here, there.await.unwrap()] {
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Build, Sent::No));
        assert_eq!(
            error.to_string(),
            "a blocking call inside an async runtime would stop it; await the call instead"
        );
    }
    assert!(mock.seen().is_empty());
    // What to do in `spawn_blocking`.
    let call = call(&shop);
    let handle = tokio::runtime::Handle::current();
    let pet = tokio::task::spawn_blocking(move || handle.block_on(call)).await.unwrap();
    assert_eq!(pet.unwrap().id, "p1");
}

mod feed {
    callsheet::client! {
        api Feed { server "https://feed.example" }
        struct News { id: String }
        #[paginate(items = data, after = next)]
        GET /news as list { query { after?: String } -> 200 { data: [News], next: String | null } }
        GET /live as live { -> 200 sse News }
        GET /paper as paper { -> 200 bytes "*/*" }
    }
}

#[test]
fn lists_streams_and_downloads_block() {
    let mock = MockTransport::new();
    mock.on("list").sequence([
        Reply::json(200, r#"{"data": [{"id": "1"}], "next": "1"}"#),
        Reply::json(200, r#"{"data": [{"id": "2"}], "next": null}"#),
        Reply::json(200, r#"{"data": [], "next": null}"#),
    ]);
    let events = Reply::status(200).header("content-type", "text/event-stream");
    mock.on("live").reply(events.body("data: {\"id\": \"3\"}\n\n"));
    mock.on("paper").reply(Reply::status(200).header("content-type", "text/plain").body("news"));
    let builder = feed::Feed::builder().transport(mock.transport());
    let feed = builder.clock(mock.clock()).build().unwrap();

    let (mut ids, mut news) = (Vec::new(), feed.list().items());
    while let Some(item) = news.next_item().wait_blocking().unwrap() {
        ids.push(item.id);
    }
    let mut pages = feed.list().pages();
    assert!(pages.next_page().wait_blocking().unwrap().unwrap().value().data.is_empty());
    let mut live = feed.live().stream().wait_blocking().unwrap();
    while let Some(event) = live.next().wait_blocking() {
        ids.push(event.unwrap().id);
    }
    assert_eq!(ids, ["1", "2", "3"]);
    let paper = feed.paper().download().wait_blocking().unwrap();
    assert_eq!(paper.bytes().wait_blocking().unwrap(), "news");
}
