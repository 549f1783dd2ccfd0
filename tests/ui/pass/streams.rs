callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /things/{id: String} as watch {
        header { Last-Event-ID as resume_from?: String }
        #[sse(end = [done], resume = Last-Event-ID)]
        -> 200 sse Thing
    }
    GET /things as follow {
        #[sse(resume = none)]
        -> 200 sse { count: u32 }
    }
    POST /things as ask {
        body { question: String, stream?: bool }
        -> 200 Thing
        #[when(stream = true)]
        -> 200 sse Thing
    }
    POST /modes as choose {
        body { mode?: Mode }
        -> 200 Thing
        #[when(mode = stream)]
        -> 200 ndjson [Thing]
    }
    enum Mode { whole, stream }
    struct Thing { name: String }
}

async fn use_it(client: &Acme) -> Result<(), Error> {
    let mut things = client.watch("a").resume_from("7").stream().await?;
    while let Some(thing) = things.next().await {
        let _: String = thing?.name;
    }
    let _: Option<&str> = things.cursor();
    let _: Thing = client.ask("why?").send().await?;
    let _: callsheet::EventStream<Thing, Failure> = client.ask("why?").stream().await?;
    let mut lists = client.choose().stream().await?;
    let _: Vec<Thing> = lists.next().await.unwrap()?;
    let mut events = client.follow().stream().await?;
    let _: FollowEvent = events.next().await.unwrap()?;
    Ok(())
}

fn main() {
    let client = Acme::builder().build().unwrap();
    drop(use_it(&client));
}
