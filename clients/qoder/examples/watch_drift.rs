//! Looks at what is there, changes nothing, and reports what the service says and the spec does not
//! know: how to find out that the API has changed.
//!
//! `cargo run -p qoder --example watch_drift`
//!
//! It talks to an embedded service, whose models have something new, or, with `QODER_ACCESS_TOKEN`
//! or `QODER_PAT` set, to the real one.

#[path = "shared/setup.rs"]
mod setup;

use callsheet::drift::Collector;
use callsheet_service::Fault;
use setup::configure;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let drift = Collector::new();
    let (builder, service) = configure();
    let qoder = builder.drift(&drift).build()?;
    if let Some(service) = &service {
        let models = r#"{"data": [{"id": "auto", "type": "model", "shines": true}]}"#;
        service.next(Fault::Answer(200, "application/json", models.to_owned()));
    }
    qoder.models().list().send().await?;
    qoder.agents().list().send().await?;
    qoder.environments().list().send().await?;
    qoder.files().list().send().await?;
    qoder.memory_stores().list().send().await?;
    qoder.skills().list().send().await?;
    qoder.vaults().list().send().await?;
    for session in qoder.sessions().list().limit(5).send().await?.data {
        qoder.sessions().events().list(&session.id).limit(100).send().await?;
    }
    let report = drift.report();
    print!("{report}");
    println!("{} findings", report.findings().len());
    Ok(())
}
