//! Creates a session, and shows the two ways in which that can fail: a rule that is broken before
//! anything is sent, and an error that the service answers.
//!
//! `cargo run -p qoder --example quickstart`
//!
//! It talks to an embedded service on this machine. With `QODER_ACCESS_TOKEN` or `QODER_PAT` set it
//! talks to the real one, where `QODER_AGENT_ID` and `QODER_ENVIRONMENT_ID` have to be set as well;
//! `QODER_MANAGED_BASE_URL` or `QODER_BASE_URL` says where that is, if not at the default address.

#[path = "shared/setup.rs"]
mod setup;

use qoder::Failure;
use setup::{setup, variable};

/// The agent and environment that the embedded service has from the start.
const AGENT: &str = "agent_019e390add9f7bac9b6cc806db46fcbd";
const ENVIRONMENT: &str = "env_019e2590d33f711fabf42f2857cecd8a";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setup = setup()?;
    let qoder = &setup.qoder;
    let (agent, environment) = match setup.service {
        Some(_) => (AGENT.to_owned(), ENVIRONMENT.to_owned()),
        None => (
            variable("QODER_AGENT_ID").ok_or("QODER_AGENT_ID has to say which agent")?,
            variable("QODER_ENVIRONMENT_ID").ok_or("QODER_ENVIRONMENT_ID has to say where")?,
        ),
    };

    let session = qoder
        .sessions()
        .create(agent.as_str(), environment.as_str())
        .title("My session")
        .metadata([("purpose", "customer-support")])
        .send()
        .await?;
    println!("\ncreated {} ({}):\n{session:#?}", session.id, session.status);

    let broken = qoder
        .sessions()
        .create(agent.as_str(), environment.as_str())
        .delta_flush_interval_ms(20)
        .send()
        .await;
    match broken {
        Err(error) => println!("\nnot sent: {error}"),
        Ok(_) => return Err("the interval of 20 ms should have been refused".into()),
    }

    let missing = qoder
        .sessions()
        .create("agent_00000000000000000000000000000000", environment.as_str())
        .send()
        .await;
    let Err(error) = missing else {
        return Err("there should be no such agent".into());
    };
    println!("\nrefused: {error}");
    match error.failure() {
        Some(Failure::NotFoundError(envelope)) => {
            println!("a 404 not_found_error: {}", envelope.error.message);
            Ok(())
        }
        _ => Err(error.into()),
    }
}
