//! Three ways along a list: item by item, page by page, and on from a cursor.
//!
//! `cargo run -p qoder --example page_sessions`
//!
//! It talks to an embedded service, or, with `QODER_ACCESS_TOKEN` or `QODER_PAT` set, to the real
//! one.

#[path = "shared/desk.rs"]
mod desk;
#[path = "shared/setup.rs"]
mod setup;

use desk::Desk;
use qoder::Order;
use qoder::sessions::SessionStatus;
use setup::setup;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setup = setup()?;
    let desk = Desk::open(&setup.qoder).await?;
    let mut mine = Vec::new();
    for number in 1..=5 {
        mine.push(desk.session(&format!("Session {number}")).await?);
    }
    let list = || {
        let list = setup.qoder.sessions().list().statuses([SessionStatus::Idle]);
        list.agent_id(&desk.agent.id).order(Order::Asc).limit(2)
    };

    let mut sessions = list().items();
    while let Some(session) = sessions.next_item().await? {
        println!("item: {}", session.title.as_deref().unwrap_or_default());
    }

    let mut pages = list().pages();
    let first = pages.next_page().await?.ok_or("there should be a page")?;
    println!("page of {}, request {:?}", first.value().data.len(), first.request_id());

    // The cursor can be kept, and the walk taken up by another program.
    let cursor = pages.cursor().unwrap_or_default().to_owned();
    let mut rest = list().page(cursor).items().max_pages(1);
    while let Some(session) = rest.next_item().await? {
        println!("after the cursor: {}", session.title.as_deref().unwrap_or_default());
    }

    desk.close(&mine).await?;
    Ok(())
}
