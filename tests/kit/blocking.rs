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
            "pets.get: a blocking call inside an async runtime would stop it; await the call instead"
        );
    }
    assert!(mock.seen().is_empty());
    // What to do in `spawn_blocking`.
    let call = call(&shop);
    let handle = tokio::runtime::Handle::current();
    let pet = tokio::task::spawn_blocking(move || handle.block_on(call)).await.unwrap();
    assert_eq!(pet.unwrap().id, "p1");
}
