//! Lists in pages, over real sockets. `f141` in a name is the number of the fault in the project's
//! list.

#![allow(missing_docs, reason = "a spec of tests")]

mod server;

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use callsheet::futures_core::Stream;
use callsheet::{ErrorKind, TestClock};
use serde_json::{Value, json};
use server::{Reply, Server};

callsheet::client! {
    api Shelf {
        server "https://api.shelf.example/v1" for /v1
        auth bearer = env("SHELF_TOKEN")
    }
    struct BookId(String in "^book_");
    struct Book { id: BookId }

    mod books {
        #[paginate(items = data, after_id = last_id, while = has_more)]
        GET /v1/books as list {
            query { limit?: u32 in 1..=100 = 20, after_id?: BookId, version: "2" }
            -> 200 { data: [Book], has_more?: bool, last_id?: String | null }
        }
        #[paginate(items = result.rows, "page[at]" = result.meta.next)]
        GET /v1/shelves/{shelf: String}/books as on {
            query { version: "2", "page[at]" as at?: u64 }
            -> 200 { result: Result }
        }
        struct Result { rows?: [Book | null] | null, meta?: Json }
        #[paginate(items = data, page += 1)]
        GET /v1/books/numbered as numbered { query { page?: u32 = 1 } -> 200 { data: [Book] } }
        #[paginate(items = data, offset += items, while = more)]
        GET /v1/books/counted as counted {
            query { offset?: u8 = 0 }
            -> 200 { data: [Book], more: bool }
        }
        #[paginate(items = data, page = next)]
        GET /v1/books/placed as placed {
            query { q?: String, (page: String | after: BookId | from: u8, to: u8) as place? }
            -> 200 { data: [Book], next?: String }
        }
        #[paginate(items = data, url = next)]
        GET /v1/books/linked as linked { query { q?: String } -> 200 { data: [Book], next?: String } }
        #[paginate(link(next))]
        GET /v1/books/headed as headed { -> 200 [Book] }
        #[paginate(items = data, cursor = next)]
        GET /v1/books/secret as secret {
            query { cursor?: String }
            -> 200 { data: [Book], #[sensitive] next?: String }
        }
    }
}

fn client(server: &Server) -> Shelf {
    builder(server).build().unwrap()
}

fn builder(server: &Server) -> callsheet::Builder<Shelf> {
    Shelf::builder().base_url(&server.url).bearer("pt-canary-7f3a").clock(TestClock::new())
}

fn books(ids: &[u32]) -> Value {
    ids.iter().map(|id| json!({ "id": format!("book_{id}") })).collect()
}

/// A server whose answers are these, one after the other.
async fn script(replies: Vec<Value>) -> Server {
    Server::start(move |_, number| match replies.get(number - 1) {
        Some(reply) => Reply::json(reply.clone()),
        None => Reply::json(json!({ "error": "no more" })).status(400),
    })
    .await
}

/// All that a stream gives, and the error that ends it.
async fn all<T, E>(mut stream: impl Stream<Item = Result<T, E>> + Unpin) -> (Vec<T>, Option<E>) {
    let mut items = Vec::new();
    while let Some(item) = poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await {
        match item {
            Ok(item) => items.push(item),
            Err(error) => {
                // After an error the stream ends.
                assert!(poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await.is_none());
                return (items, Some(error));
            }
        }
    }
    (items, None)
}

/// The items of a list whose pages are these, the number of requests, and the error.
async fn walk(pages: Vec<Value>) -> (usize, usize, Option<Error>) {
    let server = script(pages).await;
    let (items, error) = all(client(&server).books().list().items()).await;
    if let Some(error) = &error {
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
    (items.len(), server.lines().len(), error)
}

#[tokio::test]
async fn a_cursor_goes_from_page_to_page() {
    let server = script(vec![
        json!({ "data": books(&[1, 2]), "has_more": true, "last_id": "book_2" }),
        json!({ "data": books(&[3]), "has_more": true, "last_id": "book 3/&" }),
        json!({ "data": books(&[4]), "has_more": false, "last_id": "book_4" }),
    ])
    .await;
    let client = client(&server);
    let call = client.books().list().limit(2).header("X-Trace", "t").query("debug", "1");
    let (items, error) = all(call.items()).await;
    assert!(error.is_none(), "{error:?}");
    let ids: Vec<&str> = items.iter().map(|book| book.id.as_str()).collect();
    assert_eq!(ids, ["book_1", "book_2", "book_3", "book_4"]);
    assert_eq!(
        server.lines(),
        [
            "GET /books?version=2&limit=2&debug=1",
            "GET /books?version=2&limit=2&after_id=book_2&debug=1",
            "GET /books?version=2&limit=2&after_id=book%203%2F%26&debug=1",
        ]
    );
    assert!(server.seen().iter().all(|seen| seen.headers.contains("x-trace: t")));
}

#[tokio::test]
async fn a_cursor_takes_the_place_of_what_it_excludes() {
    let pages = |next: &str| json!({ "data": books(&[1]), "next": next });
    let server = script(vec![pages("p 2"), pages("p3"), pages("p3")]).await;
    let client = client(&server);
    let place = books::PlacedPlace::After("book_0".into());
    let (items, error) = all(client.books().placed().q("x").place(place).items()).await;
    assert_eq!(items.len(), 3);
    assert!(error.unwrap().to_string().contains("`p3` came before"));
    let lines = [
        "GET /books/placed?q=x&after=book_0",
        "GET /books/placed?q=x&page=p%202",
        "GET /books/placed?q=x&page=p3",
    ];
    assert_eq!(server.lines(), lines);

    let server = script(vec![pages("p1")]).await;
    let client = self::client(&server);
    let place = books::PlacedPlace::Page("p1".into());
    let mut pages = client.books().placed().place(place).pages();
    assert_eq!(pages.cursor(), Some("p1"));
    pages.next_page().await.unwrap();
    // The caller's own cursor counts.
    assert!(pages.next_page().await.unwrap_err().to_string().contains("`p1` came before"));
    assert_eq!(server.lines(), ["GET /books/placed?page=p1"]);
}

#[tokio::test]
async fn pages_come_with_what_is_beside_them_and_only_when_asked_for() {
    let server = script(vec![
        json!({ "data": books(&[1]), "has_more": true, "last_id": "book_1" }),
        json!({ "data": books(&[2]), "has_more": true, "last_id": "book_2" }),
    ])
    .await;
    let client = client(&server);
    let mut pages = client.books().list().pages().max_pages(2);
    assert_eq!((pages.cursor(), server.lines().len()), (None, 0));
    let first = pages.next_page().await.unwrap().unwrap();
    assert_eq!((first.status().as_u16(), first.value().data.len()), (200, 1));
    assert_eq!((pages.cursor(), server.lines().len()), (Some("book_1"), 1));
    let second = pages.next_page().await.unwrap().unwrap();
    assert_eq!(second.into_value().data[0].id.as_str(), "book_2");
    assert!(pages.next_page().await.unwrap().is_none());
    assert_eq!((pages.cursor(), server.lines().len()), (Some("book_2"), 2));
}

#[tokio::test]
async fn a_walk_goes_on_from_a_cursor() {
    let server = script(vec![json!({ "data": books(&[8]) })]).await;
    let client = client(&server);
    let mut items = client.books().list().after_id("book_7").items();
    assert_eq!(items.next_item().await.unwrap().unwrap().id.as_str(), "book_8");
    assert!(items.next_item().await.unwrap().is_none());
    assert_eq!(server.lines(), ["GET /books?version=2&after_id=book_7"]);
}

#[tokio::test]
async fn a_path_leads_through_structs_json_and_null() {
    let server = script(vec![
        json!({ "result": { "rows": [{ "id": "book_1" }, null], "meta": { "next": 7 } } }),
        json!({ "result": { "rows": null, "meta": { "next": 9 } } }),
        json!({ "result": { "rows": [null], "meta": { "next": null } } }),
    ])
    .await;
    let (items, error) = all(client(&server).books().on("a/b").items()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(items.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(
        server.lines(),
        [
            "GET /shelves/a%2Fb/books?version=2",
            "GET /shelves/a%2Fb/books?version=2&page%5Bat%5D=7",
            "GET /shelves/a%2Fb/books?version=2&page%5Bat%5D=9",
        ]
    );
}

#[tokio::test]
async fn f141_pages_that_go_in_circles_give_what_came_and_end_with_an_error() {
    let page = |id: u32, next: &str| json!({ "data": books(&[id]), "last_id": next });
    let (items, requests, error) = walk(vec![page(1, "a"), page(2, "a")]).await;
    let error = error.unwrap();
    assert_eq!((items, requests, error.kind()), (2, 2, ErrorKind::Decode));
    assert_eq!(error.to_string(), "books.list: the pages go in circles: `a` came before");
    let (items, requests, error) =
        walk(vec![page(1, "a"), page(2, "b"), page(3, "c"), page(4, "a")]).await;
    assert_eq!((items, requests), (4, 4));
    assert!(error.unwrap().to_string().contains("`a` came before"));
    // The cursor of the first page counts, too.
    let server = script(vec![page(1, "book_0")]).await;
    let (items, error) = all(client(&server).books().list().after_id("book_0").items()).await;
    assert_eq!((items.len(), error.unwrap().status().unwrap().as_u16()), (1, 200));
}

#[tokio::test]
async fn f142_empty_pages_lead_on_up_to_a_hundred_in_a_row() {
    let empty = |number: usize| json!({ "data": [], "last_id": format!("c{number}") });
    let mut pages: Vec<Value> = (0..100).map(empty).collect();
    pages.push(json!({ "data": books(&[1]), "last_id": "d" }));
    pages.extend((100..200).map(empty));
    pages.push(json!({ "data": books(&[2]) }));
    let (items, requests, error) = walk(pages).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((items, requests), (2, 202));
    let (items, requests, error) = walk((0..1000).map(empty).collect()).await;
    assert_eq!((items, requests, error.unwrap().kind()), (0, 101, ErrorKind::Limit));
}

#[tokio::test]
async fn f143_what_is_there_counts_and_not_what_is_true() {
    let last = json!({ "data": books(&[9]) });
    let page = |rest: Value| {
        let mut page = json!({ "data": books(&[1]) });
        page.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        vec![page, last.clone()]
    };
    for (rest, requests) in [
        (json!({ "has_more": true, "last_id": "" }), 2),
        (json!({ "last_id": "" }), 2),
        (json!({ "last_id": null }), 1),
        (json!({ "has_more": false, "last_id": "x" }), 1),
        (json!({ "has_more": false }), 1),
        (json!({}), 1),
    ] {
        let (items, sent, error) = walk(page(rest.clone())).await;
        assert!(error.is_none(), "{rest}: {error:?}");
        assert_eq!((items, sent), (requests, requests), "{rest}");
    }
    for rest in [json!({ "has_more": true }), json!({ "has_more": true, "last_id": null })] {
        let (items, sent, error) = walk(page(rest)).await;
        assert_eq!((items, sent, error.as_ref().unwrap().kind()), (1, 1, ErrorKind::Decode));
        assert!(error.unwrap().to_string().contains("more, but not where"));
    }
}

#[tokio::test]
async fn f144_a_page_that_fails_is_asked_for_again() {
    let server = Server::start(|_, number| match number {
        1 => Reply::json(json!({ "data": books(&[1]), "last_id": "a" })),
        2..=4 => Reply::json(json!({})).status(503),
        5 => Reply::json(json!({ "nothing": "of the kind" })),
        6 => Reply::json(json!({ "data": books(&[2]), "last_id": "b" })),
        _ => Reply::json(json!({ "data": books(&[3]) })),
    })
    .await;
    let client = client(&server);
    let mut items = client.books().list().items();
    let mut ids = Vec::new();
    let mut errors = Vec::new();
    loop {
        match items.next_item().await {
            Ok(Some(book)) => ids.push(book.id.into_string()),
            Ok(None) => break,
            Err(error) => errors.push((error.kind(), error.attempts())),
        }
    }
    assert_eq!(ids, ["book_1", "book_2", "book_3"]);
    assert_eq!(errors, [(ErrorKind::Api, 3), (ErrorKind::Decode, 1)]);
    assert!(server.lines()[1..6].iter().all(|line| line == "GET /books?version=2&after_id=a"));
}

#[tokio::test]
async fn numbers_go_up() {
    let data = |ids: &[u32]| json!({ "data": books(ids) });
    let server = script(vec![data(&[1]), data(&[2]), data(&[])]).await;
    let (items, error) = all(client(&server).books().numbered().items()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(items.len(), 2);
    let at = |page: &str| format!("GET /books/numbered{page}");
    assert_eq!(server.lines(), [at(""), at("?page=2"), at("?page=3")]);

    let server = script(vec![data(&[1]), data(&[])]).await;
    let (items, _) = all(client(&server).books().numbered().page(7).items()).await;
    assert_eq!((items.len(), server.lines()), (1, vec![at("?page=7"), at("?page=8")]));
}

#[tokio::test]
async fn an_offset_goes_up_by_what_came() {
    let page = |count: usize, more: bool| json!({ "data": books(&vec![1; count]), "more": more });
    let at = |offset: &str| format!("GET /books/counted{offset}");
    let server = script(vec![page(3, true), page(2, true), page(1, false)]).await;
    let (items, error) = all(client(&server).books().counted().items()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((items.len(), server.lines()), (6, vec![at(""), at("?offset=3"), at("?offset=5")]));
    // An empty page leads to itself, and a number may be too large for its parameter.
    let server = script(vec![page(0, true)]).await;
    let (_, error) = all(client(&server).books().counted().items()).await;
    assert!(error.unwrap().to_string().contains("`0` came before"));
    let server = script(vec![page(200, true), page(200, true)]).await;
    let (items, error) = all(client(&server).books().counted().items()).await;
    assert_eq!(items.len(), 400);
    assert!(error.unwrap().to_string().contains("`400` is not an integer in 0..=255"));
}

#[tokio::test]
async fn a_url_is_followed_as_it_is() {
    let server = Server::start(|seen, number| {
        let host = seen.headers.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
        let next = match number {
            1 => json!(format!("http://{host}/other/books?cursor=%2F&x=1")),
            2 => json!("?cursor=3"),
            3 => json!("/books/linked?cursor=4"),
            _ => Value::Null,
        };
        let mut page = json!({ "data": books(&[1]) });
        if !next.is_null() {
            page["next"] = next;
        }
        Reply::json(page)
    })
    .await;
    let (items, error) = all(client(&server).books().linked().q("x y").items()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(items.len(), 4);
    assert_eq!(
        server.lines(),
        [
            "GET /books/linked?q=x%20y",
            "GET /other/books?cursor=%2F&x=1",
            "GET /other/books?cursor=3",
            "GET /books/linked?cursor=4",
        ]
    );
    let token = "authorization: bearer pt-canary-7f3a";
    assert!(server.seen().iter().all(|seen| seen.headers.contains(token)));
}

#[tokio::test]
async fn f088_a_url_elsewhere_is_not_followed() {
    let other = script(Vec::new()).await;
    let link = format!("{}/books?token=s3cret", other.url);
    let server = script(vec![json!({ "data": books(&[1]), "next": link })]).await;
    let (items, error) = all(client(&server).books().linked().items()).await;
    let error = error.unwrap();
    assert_eq!((items.len(), error.kind()), (1, ErrorKind::Decode));
    assert!(error.to_string().contains("leads to another origin"), "{error}");
    assert!(!format!("{error} {error:?}").contains("s3cret"));
    assert_eq!((server.lines().len(), other.lines().len()), (1, 0));

    let same = script(vec![json!({ "data": books(&[1]), "next": "/books/linked" })]).await;
    let (items, error) = all(client(&same).books().linked().items()).await;
    assert_eq!(items.len(), 1);
    assert!(error.unwrap().to_string().contains("`/books/linked` came before"));
}

#[tokio::test]
async fn a_link_header_leads_on_and_the_page_is_the_list() {
    let server = Server::start(|_, number| {
        let reply = Reply::json(books(&[u32::try_from(number).unwrap()]));
        match number {
            1 => reply.header("Link", "</books/headed?page=2>; rel=\"next\", </x>; rel=last"),
            2 => reply.header("Link", "</books/headed>; rel=first"),
            _ => reply.status(400),
        }
    })
    .await;
    let (items, error) = all(client(&server).books().headed().items()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(items.len(), 2);
    assert_eq!(server.lines(), ["GET /books/headed", "GET /books/headed?page=2"]);
}

#[tokio::test]
async fn a_secret_cursor_is_not_shown() {
    let page = json!({ "data": books(&[1]), "next": "s3cret" });
    let server = script(vec![page.clone(), page]).await;
    let (items, error) = all(client(&server).books().secret().items()).await;
    let error = error.unwrap();
    assert_eq!((items.len(), server.lines().len()), (2, 2));
    assert!(error.to_string().ends_with("the cursor came before"), "{error}");
    assert!(!format!("{error} {error:?}").contains("s3cret"));
}

#[tokio::test]
async fn giving_up_a_wait_loses_nothing() {
    let server = Server::start(|_, number| {
        std::thread::sleep(Duration::from_millis(20));
        Reply::json(match number {
            1 => json!({ "data": books(&[1]), "last_id": "a" }),
            _ => json!({ "data": books(&[2]) }),
        })
    })
    .await;
    let client = client(&server);
    let mut items = client.books().list().items();
    let mut ids = Vec::new();
    loop {
        // Each wait is given up after one look.
        let looked = {
            let next = std::pin::pin!(items.next_item());
            next.poll(&mut Context::from_waker(Waker::noop()))
        };
        match looked {
            Poll::Ready(Ok(Some(book))) => ids.push(book.id.into_string()),
            Poll::Ready(end) => break assert!(end.unwrap().is_none()),
            Poll::Pending => tokio::time::sleep(Duration::from_millis(1)).await,
        }
    }
    assert_eq!((ids.len(), server.lines().len()), (2, 2));
}

#[tokio::test]
async fn a_walk_can_go_to_another_task_and_a_broken_rule_is_said_first() {
    let server = script(vec![json!({ "data": books(&[1]) })]).await;
    let client = client(&server);
    let refused = client.books().list().limit(0).items();
    let error = tokio::spawn(async move { all(refused).await.1 }).await.unwrap().unwrap();
    assert_eq!((error.kind(), server.lines().len()), (ErrorKind::Build, 0));
    let debug = format!("{:?}", client.books().list().pages());
    assert_eq!(debug, "Pages { operation: \"books.list\", .. }");
}
