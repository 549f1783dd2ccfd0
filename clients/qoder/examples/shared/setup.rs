//! Whom the examples talk to. With `QODER_ACCESS_TOKEN` or `QODER_PAT` set it is the real service,
//! where `QODER_MANAGED_BASE_URL` or `QODER_BASE_URL` says, or else at its default address. Without
//! a token it is an embedded service on this machine.

use callsheet::Builder;
use callsheet_service::Service;
use qoder::Qoder;

/// A client, and the embedded service if it talks to that one. It runs as long as this is kept.
#[allow(dead_code, reason = "not every example needs more than the service that runs")]
pub(crate) struct Setup {
    pub(crate) qoder: Qoder,
    pub(crate) service: Option<Service>,
}

/// The client that the environment asks for.
#[allow(dead_code, reason = "not every example takes the client as it is")]
pub(crate) fn setup() -> Result<Setup, Box<dyn std::error::Error>> {
    let (builder, service) = configure();
    Ok(Setup { qoder: builder.build()?, service })
}

/// The settings of that client, and the embedded service if they are for that one.
pub(crate) fn configure() -> (Builder<Qoder>, Option<Service>) {
    let Some(token) = variable("QODER_ACCESS_TOKEN").or_else(|| variable("QODER_PAT")) else {
        let service = Service::start();
        println!("talking to an embedded service at {}", service.base_url());
        let builder = Qoder::builder().bearer(service.token()).base_url(service.base_url());
        return (builder, Some(service));
    };
    let url = variable("QODER_MANAGED_BASE_URL").or_else(|| variable("QODER_BASE_URL"));
    let url = url.unwrap_or_else(|| Qoder::GLOBAL.to_owned());
    println!("talking to {url}");
    (Qoder::builder().bearer(token).base_url(url), None)
}

/// An environment variable that says something.
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
