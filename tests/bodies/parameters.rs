//! Parameters: in the path, the query, headers and cookies.

use std::collections::BTreeMap;

use callsheet::ErrorKind;

use crate::server::Server;

callsheet::client! {
    api Acme { server "https://acme.example" }

    struct Id(String);
    enum Sort { newest, oldest }
    struct Filter { name?: String, price?: Range, tags?: [String], kind: "pet" }
    struct Range { gte?: f64, lt?: f64, inside?: Range }

    GET /things/{ids: [Id]} as things {
        query {
            version: "3",
            "sort[]"?: [Sort],
            plain?: [u32],
            #[style(pipe)] pipe?: [String],
            #[style(space)] space?: [String],
            #[style(comma)] comma?: [String],
            #[style(deep)] filter?: Filter,
            #[style(deep)] map?: Map<String, [bool]>,
            #[style(deep)] json?: Map<String, Json>,
        }
        header { X-Mode: true, X-Tags?: [String] }
        cookie { theme: "dark", session?: Id, n as number?: i32 }
        -> 204
    }
}

fn acme(server: &Server) -> Acme {
    Acme::builder().base_url(server.url()).build().unwrap()
}

/// The query that a call sends.
async fn query_of(set: impl FnOnce(Call<'_, Things>) -> Call<'_, Things>) -> String {
    let server = Server::answering(204, &[], "").await;
    set(acme(&server).things(["a"])).send().await.unwrap();
    server.one().query().to_owned()
}

#[tokio::test]
async fn lists_are_written_in_their_style() {
    let query = query_of(|call| {
        call.sort([Sort::Newest, "üb&er".into()])
            .plain([1, 2])
            .pipe(["a b", "c"])
            .space(["a+b", "c"])
            .comma(["a b", "c&d"])
    })
    .await;
    assert_eq!(
        query,
        "version=3&sort%5B%5D=newest&sort%5B%5D=%C3%BCb%26er&plain=1&plain=2\
         &pipe=a%20b%7Cc&space=a%2Bb%20c&comma=a%20b,c%26d"
    );
}

#[tokio::test]
async fn objects_are_written_by_their_paths() {
    let inner = Range::new().lt(2.5);
    let filter =
        Filter::new().name("a=b").price(Range::new().gte(1.0).inside(inner)).tags(["x", "y"]);
    let query = query_of(|call| call.filter(filter)).await;
    assert_eq!(
        query,
        "version=3&filter%5Bkind%5D=pet&filter%5Bname%5D=a%3Db&filter%5Bprice%5D%5Bgte%5D=1\
         &filter%5Bprice%5D%5Binside%5D%5Blt%5D=2.5&filter%5Btags%5D=x&filter%5Btags%5D=y"
    );
    let query = query_of(|call| call.map([("a", vec![true, false])])).await;
    assert_eq!(query, "version=3&map%5Ba%5D=true&map%5Ba%5D=false");
    let json = serde_json::json!({ "b": [1, "x"], "c": null, "d": { "e": 2 } });
    let query = query_of(|call| call.json([("a", json)])).await;
    assert_eq!(
        query,
        "version=3&json%5Ba%5D%5Bb%5D=1&json%5Ba%5D%5Bb%5D=x&json%5Ba%5D%5Bd%5D%5Be%5D=2"
    );
}

#[tokio::test]
async fn unknown_fields_of_an_object_are_written_too() {
    let mut filter = Filter::new();
    filter.extra.insert("more".into(), serde_json::json!([1, 2]));
    filter.extra.insert("kind".into(), serde_json::json!("not twice"));
    let query = query_of(|call| call.filter(filter)).await;
    assert_eq!(query, "version=3&filter%5Bkind%5D=pet&filter%5Bmore%5D=1&filter%5Bmore%5D=2");
}

#[tokio::test]
async fn an_empty_list_is_left_out() {
    let none: [String; 0] = [];
    let query = query_of(|call| call.plain([]).pipe(none.clone()).map([("a", vec![])])).await;
    assert_eq!(query, "version=3");
}

#[tokio::test]
async fn headers_and_cookies_are_written_with_constants() {
    let server = Server::answering(204, &[], "").await;
    let acme = acme(&server);
    let call = acme.things(["a/b", "c"]).x_tags(["x", "y"]).session("s%1").number(-5);
    call.send().await.unwrap();
    let seen = server.one();
    assert_eq!(seen.target, "/things/a%2Fb,c?version=3");
    assert_eq!(seen.header("x-mode"), Some("true"));
    assert_eq!(seen.header("x-tags"), Some("x,y"));
    assert_eq!(seen.header("cookie"), Some("theme=dark; session=s%1; n=-5"));
}

#[tokio::test]
async fn cookies_join_those_of_the_client_and_yield_to_the_caller() {
    let server = Server::answering(204, &[], "").await;
    let acme = Acme::builder().base_url(server.url()).header("Cookie", "own=1").build().unwrap();
    let request = acme.things(["a"]).to_http().unwrap();
    assert_eq!(request.headers()["cookie"], "own=1; theme=dark");
    assert!(request.headers()["cookie"].is_sensitive());
    let request = acme.things(["a"]).header("Cookie", "mine=2").to_http().unwrap();
    assert_eq!(request.headers()["cookie"], "mine=2");
}

#[test]
fn what_cannot_be_written_is_said() {
    let acme = Acme::builder().build().unwrap();
    let nested = serde_json::json!([[1]]);
    let none: [String; 0] = [];
    for (call, words) in [
        (acme.things(["a"]).pipe(["a|b"]), "query parameter `pipe` has a `|` in it"),
        (acme.things(["a"]).comma(["a,b"]), "query parameter `comma` has a `,` in it"),
        (acme.things(["a"]).space(["a b"]), "query parameter `space` has a ` ` in it"),
        (acme.things(["a"]).x_tags(["a,b"]), "header `X-Tags` has a `,` in it"),
        (acme.things(["a,b"]), "path parameter `ids` has a `,` in it"),
        (acme.things(["."]), "path parameter `ids` must not be empty, `.` or `..`"),
        (acme.things(none), "path parameter `ids` must not be empty, `.` or `..`"),
        (acme.things(["a"]).session("a;b"), "cookie `session` has characters"),
        (acme.things(["a"]).json(BTreeMap::from([("a", nested)])), "`json[a]` is neither text"),
    ] {
        let error = call.to_http().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
        assert!(error.to_string().contains(words), "{error}");
    }
}
