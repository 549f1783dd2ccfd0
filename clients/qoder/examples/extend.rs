//! Adds endpoints to the published client: they use its server, credentials and retries, and its
//! types by path.
//!
//! It talks to an embedded service on this machine.

use callsheet_service::{Fault, Service};
use qoder::{Failure, Qoder};

/// What is added, in a module of its own: a crate of its own would hold the same.
mod light {
    callsheet::client! {
        //! Sessions without all that is in them.
        extend qoder::Qoder;

        mod light {
            /// Creates a session that has a title.
            POST /v1/sessions as open {
                body {
                    agent: qoder::AgentId,
                    environment_id: qoder::EnvironmentId,
                    title: String in 1..=80,
                }
                -> 201 Light
            }

            /// What a session is doing.
            GET /v1/sessions/{id: qoder::SessionId} as look {
                -> 200 Light
                errors {
                    /// There is no such session.
                    404 not_found_error,
                }
            }

            /// What matters of a session.
            struct Light {
                id: qoder::SessionId,
                title?: String | null,
                status: qoder::sessions::SessionStatus,
            }
        }
    }
}

use light::QoderExt as _;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Service::start();
    let qoder = Qoder::builder().bearer(service.token()).base_url(service.base_url()).build()?;

    // An answer that gets lost: it is tried again, with the same key, as an endpoint of the client itself would be.
    service.next(Fault::LostAnswer);
    let (agent, environment) =
        ("agent_019e390add9f7bac9b6cc806db46fcbd", "env_019e2590d33f711fabf42f2857cecd8a");
    let session = qoder.light().open(agent, environment, "My session").send().await?;
    println!("created {}: {:?}", session.id, session.title);
    for request in service.requests() {
        let key = request.header("idempotency-key").unwrap_or("none");
        println!("  {} {} with the key {key}", request.method, request.path);
    }

    let light = qoder.light().look(&session.id).send().await?;
    let whole = qoder.sessions().retrieve(&session.id).send().await?;
    println!(
        "it is {}, and has {} resources",
        light.status,
        whole.resources.iter().flatten().count()
    );

    let Err(error) = qoder.light().look("sess_0").send().await else {
        return Err("there should be no such session".into());
    };
    println!("refused: {error}");
    // One error, in the words of the client and of what is added.
    match (error.failure(), light::Failure::of(&error)) {
        (Some(Failure::NotFoundError(_)), Some(light::Failure::NotFoundError(envelope))) => {
            println!("a 404 not_found_error: {}", envelope.error.message);
            Ok(())
        }
        _ => Err(error.into()),
    }
}
