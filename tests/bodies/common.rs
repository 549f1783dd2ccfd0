//! Parameters that every operation has.

use crate::server::Server;

callsheet::client! {
    api Acme {
        server "https://acme.example"
        header {
            X-Version: "2026-11",
            /// Where to work.
            X-Workspace as workspace?: String,
            X-Betas as betas?: [Beta],
        }
        query { locale?: String }
        cookie { theme: "dark" }
    }
    enum Beta { fast, x-1 }

    GET /things as list { -> 204 }
    mod parts {
        POST /parts as create { header { x-workspace as own?: String } query { n: u8 } -> 204 }
    }
}

#[tokio::test]
async fn every_operation_has_them_and_its_own_win() {
    let server = Server::answering(204, &[], "").await;
    let acme = Acme::builder().base_url(server.url()).header("x-workspace", "all").build().unwrap();
    acme.list().betas([Beta::Fast, Beta::X1]).locale("de").send().await.unwrap();
    let seen = server.one();
    assert_eq!(seen.query(), "locale=de");
    assert_eq!(seen.header("x-version"), Some("2026-11"));
    assert_eq!(seen.header("x-betas"), Some("fast,x-1"));
    assert_eq!(seen.header("x-workspace"), Some("all"), "the client's own stays");
    assert_eq!(seen.header("cookie"), Some("theme=dark"));

    let server = Server::answering(204, &[], "").await;
    let acme = Acme::builder().base_url(server.url()).build().unwrap();
    acme.list().workspace("one").send().await.unwrap();
    assert_eq!(server.one().header("x-workspace"), Some("one"));

    let server = Server::answering(204, &[], "").await;
    let acme = Acme::builder().base_url(server.url()).build().unwrap();
    acme.parts().create(7).own("mine").send().await.unwrap();
    let seen = server.one();
    assert_eq!(seen.query(), "n=7");
    assert_eq!(seen.header("x-workspace"), Some("mine"));
    assert_eq!(seen.header("x-version"), Some("2026-11"));
}
