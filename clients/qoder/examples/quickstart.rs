//! Creates a session, and shows the two ways in which that can fail: a rule that is broken before
//! anything is sent, and an error that the service answers.
//!
//! It talks to an embedded service on this machine. With `QODER_ACCESS_TOKEN` or `QODER_PAT` set,
//! and `QODER_AGENT_ID` and `QODER_ENVIRONMENT_ID`, it talks to the real one;
//! `QODER_MANAGED_BASE_URL` or `QODER_BASE_URL` says where that is, if not at the default address.

use callsheet_service::Service;
use qoder::{Failure, Qoder};

/// The agent and environment that the embedded service knows.
const AGENT: &str = "agent_019e390add9f7bac9b6cc806db46fcbd";
const ENVIRONMENT: &str = "env_019e2590d33f711fabf42f2857cecd8a";

/// Whom to talk to, and about what.
struct Setup {
    qoder: Qoder,
    agent: String,
    environment: String,
    /// The embedded service, which runs as long as this is kept.
    _service: Option<Service>,
}

fn setup() -> Result<Setup, Box<dyn std::error::Error>> {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let token = variable("QODER_ACCESS_TOKEN").or_else(|| variable("QODER_PAT"));
    if let (Some(token), Some(agent), Some(environment)) =
        (token, variable("QODER_AGENT_ID"), variable("QODER_ENVIRONMENT_ID"))
    {
        let url = variable("QODER_MANAGED_BASE_URL").or_else(|| variable("QODER_BASE_URL"));
        let url = url.unwrap_or_else(|| Qoder::GLOBAL.to_owned());
        println!("talking to {url}");
        let qoder = Qoder::builder().bearer(token).base_url(url).build()?;
        return Ok(Setup { qoder, agent, environment, _service: None });
    }
    let service = Service::start();
    println!("talking to an embedded service at {}", service.base_url());
    let qoder = Qoder::builder().bearer(service.token()).base_url(service.base_url()).build()?;
    let (agent, environment) = (AGENT.to_owned(), ENVIRONMENT.to_owned());
    Ok(Setup { qoder, agent, environment, _service: Some(service) })
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Setup { qoder, agent, environment, _service } = setup()?;

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
