use std::time::Duration;

use callsheet::testing::{FaultServer, Gate, Script};
use callsheet::{ErrorKind, Sent};

use crate::{CANARY, PET, Shop, shop};

#[tokio::test]
async fn a_connection_that_is_kept_serves_one_request_after_the_other() {
    let server = FaultServer::start([Script::new().json(200, PET).json(201, PET)]).await.unwrap();
    let shop = shop(&server);
    shop.pets().get("p1").send().await.unwrap();
    shop.pets().create("Rex").send().await.unwrap();
    assert_eq!((server.requests().len(), server.connections()), (2, 1));
    assert!(server.requests()[1].ends_with(r#"{"name":"Rex"}"#), "{:?}", server.requests());
}

#[tokio::test]
async fn each_connection_takes_the_next_script_and_the_last_stays() {
    let scripts = [Script::new().read_head().reset(), Script::new().json(200, PET).fin()];
    let server = FaultServer::start(scripts).await.unwrap();
    let shop = shop(&server);
    let error = shop.pets().get("p1").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Maybe), "{error}");
    for _ in 0..2 {
        shop.pets().get("p1").send().await.unwrap();
    }
    assert_eq!(server.connections(), 3);
}

#[tokio::test]
async fn answers_that_break_off_say_how_far_they_got() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{";
    for (script, sent) in [
        (Script::new().read_request().write("HTTP/1.1 200 OK\r\ncont").reset(), Sent::Maybe),
        (Script::new().read_request().write(head).reset(), Sent::Yes),
        (Script::new().read_request().write(head).fin(), Sent::Yes),
        (Script::new(), Sent::Maybe),
    ] {
        let server = FaultServer::start([script]).await.unwrap();
        let error = shop(&server).pets().get("p1").send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, sent), "{error}");
    }
}

#[tokio::test]
async fn a_gate_holds_an_answer_until_the_test_opens_it() {
    let gate = Gate::new();
    let (start, end) = PET.split_at(9);
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{start}",
        PET.len()
    );
    let script = Script::new().read_request().write(head).pause(&gate).write(end);
    let server = FaultServer::start([script]).await.unwrap();
    let shop = shop(&server);
    let mut call = Box::pin(shop.pets().get("p1").send());
    tokio::select! {
        _ = &mut call => panic!("the gate is closed"),
        () = gate.reached() => {}
    }
    gate.open();
    assert_eq!(call.await.unwrap().id, "p1");
}

#[tokio::test]
async fn a_server_that_stops_or_never_stops_meets_the_limits() {
    let stops = Script::new().read_head().wait_for_close();
    let server = FaultServer::start([stops]).await.unwrap();
    let call = shop(&server).pets().get("p1").timeout(Duration::from_millis(100)).send();
    assert!(call.await.unwrap_err().is_timeout());
    server.has_read(1).await;

    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";
    let endless = Script::new().read_head().write(head).write_endlessly(vec![b' '; 0x1_0000]);
    let server = FaultServer::start([endless]).await.unwrap();
    let builder = Shop::builder().base_url(server.url()).bearer(CANARY).max_body(1 << 20);
    let error = builder.build().unwrap().pets().get("p1").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Limit, "{error}");
}
