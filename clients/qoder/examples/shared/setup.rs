//! Whom the examples talk to. With `QODER_ACCESS_TOKEN` or `QODER_PAT` set it is the real service,
//! where `QODER_MANAGED_BASE_URL` or `QODER_BASE_URL` says, or else at its default address. Without
//! a token it is an embedded service on this machine.

use callsheet_service::Service;
use qoder::Qoder;

/// A client, and the embedded service if it talks to that one. It runs as long as this is kept.
pub(crate) struct Setup {
    pub(crate) qoder: Qoder,
    #[allow(dead_code, reason = "not every example needs more than that it runs")]
    pub(crate) service: Option<Service>,
}

/// The client that the environment asks for.
pub(crate) fn setup() -> Result<Setup, Box<dyn std::error::Error>> {
    let Some(token) = variable("QODER_ACCESS_TOKEN").or_else(|| variable("QODER_PAT")) else {
        let service = Service::start();
        println!("talking to an embedded service at {}", service.base_url());
        let qoder =
            Qoder::builder().bearer(service.token()).base_url(service.base_url()).build()?;
        return Ok(Setup { qoder, service: Some(service) });
    };
    let url = variable("QODER_MANAGED_BASE_URL").or_else(|| variable("QODER_BASE_URL"));
    let url = url.unwrap_or_else(|| Qoder::GLOBAL.to_owned());
    println!("talking to {url}");
    let qoder = Qoder::builder().bearer(token).base_url(url).build()?;
    Ok(Setup { qoder, service: None })
}

/// An environment variable that says something.
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
