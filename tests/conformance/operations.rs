//! The requests of the generated client, by the names of their operations, to be filled from data.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use callsheet::__private::{CallOptions, send as send_request, stream as open_stream};
use callsheet::value::{Blank, Object};
use callsheet::{Api, Endpoint, File, Streams};
use qoder::{
    Error, Failure, Model, Qoder, agents, deployment_runs, deployments, dreams, environments,
    files, memory_stores, models, sessions, skills, vaults,
};
use serde_json::Value;

use crate::data::bytes;

/// A request of some endpoint.
pub trait Request {
    /// Its operation.
    fn name(&self) -> &'static str;
    /// Its fields.
    fn object(&mut self) -> &mut dyn Object;
    /// Sends it, and says what went wrong.
    fn call<'a>(&'a self, qoder: &'a Qoder, options: &'a CallOptions) -> Outcome<'a>;
}

type Outcome<'a> = Pin<Box<dyn Future<Output = Option<Error>> + 'a>>;

/// A request that is sent for a whole response.
struct Sent<R>(R);

/// A request that is sent for a stream.
struct Streamed<R>(R);

impl<R: Endpoint<Api = Qoder>> Request for Sent<R>
where
    R::Response: Blank,
{
    fn name(&self) -> &'static str {
        R::OPERATION.name
    }

    fn object(&mut self) -> &mut dyn Object {
        &mut self.0
    }

    fn call<'a>(&'a self, qoder: &'a Qoder, options: &'a CallOptions) -> Outcome<'a> {
        Box::pin(async move {
            send_request::<R, Failure>(qoder.as_client(), &self.0, options).await.err()
        })
    }
}

impl<R: Streams<Api = Qoder> + Clone> Request for Streamed<R> {
    fn name(&self) -> &'static str {
        R::OPERATION.name
    }

    fn object(&mut self) -> &mut dyn Object {
        &mut self.0
    }

    fn call<'a>(&'a self, qoder: &'a Qoder, options: &'a CallOptions) -> Outcome<'a> {
        Box::pin(async move {
            open_stream::<R, Failure>(qoder.as_client(), self.0.clone(), options).await.err()
        })
    }
}

fn send<R: Endpoint<Api = Qoder>>(request: R) -> Box<dyn Request>
where
    R::Response: Blank,
{
    Box::new(Sent(request))
}

fn stream<R: Streams<Api = Qoder> + Clone>(request: R) -> Box<dyn Request> {
    Box::new(Streamed(request))
}

/// The files in an argument: one, or a list.
fn files_in(argument: &Value) -> Vec<File> {
    let one = |file: &Value| {
        let name = file["filename"].as_str().unwrap();
        File::from_bytes(name, bytes(file))
            .with_content_type(file["content_type"].as_str().unwrap())
    };
    match argument {
        Value::Null => Vec::new(),
        Value::Array(files) => files.iter().map(one).collect(),
        file => vec![one(file)],
    }
}

/// A request of each endpoint. What is required is blank, but for the files in `body`, which JSON
/// cannot say.
#[allow(clippy::too_many_lines, reason = "a line for each endpoint")]
pub fn requests(body: &Value) -> Vec<Box<dyn Request>> {
    let file = || files_in(&body["file"]).pop().unwrap_or(File::BLANK);
    let files = || files_in(&body["files"]);
    vec![
        send(agents::Create::new(Model::BLANK, "")),
        send(agents::Retrieve::new("")),
        send(agents::Update::new("")),
        send(agents::List::new()),
        send(agents::Archive::new("")),
        send(agents::versions::List::new("")),
        send(deployment_runs::Retrieve::new("")),
        send(deployment_runs::List::new()),
        send(deployments::runs::List::new("")),
        send(deployments::runs::Retrieve::new("", "")),
        send(deployments::Create::new(
            "",
            deployments::DeploymentAgent::BLANK,
            "",
            Vec::<deployments::InitialEvent>::new(),
        )),
        send(deployments::Retrieve::new("")),
        send(deployments::Update::new("")),
        send(deployments::List::new()),
        send(deployments::Archive::new("")),
        send(deployments::Pause::new("")),
        send(deployments::Run::new("")),
        send(deployments::Unpause::new("")),
        send(dreams::Create::new(Vec::<dreams::DreamInput>::new(), dreams::DreamModel::BLANK)),
        send(dreams::Retrieve::new("")),
        send(dreams::List::new()),
        send(dreams::Archive::new("")),
        send(dreams::Cancel::new("")),
        send(environments::Create::new("")),
        send(environments::Retrieve::new("")),
        send(environments::Update::new("")),
        send(environments::List::new()),
        send(environments::Delete::new("")),
        send(environments::Archive::new("")),
        send(environments::work::Retrieve::new("", "")),
        send(environments::work::Update::new("", "", BTreeMap::new())),
        send(environments::work::List::new("")),
        send(environments::work::Ack::new("", "")),
        send(environments::work::Heartbeat::new("", "")),
        send(environments::work::Poll::new("")),
        send(environments::work::Stats::new("")),
        send(environments::work::Stop::new("", "")),
        send(files::List::new()),
        send(files::Delete::new("")),
        send(files::Download::new("")),
        send(files::RetrieveMetadata::new("")),
        send(files::Upload::new(file())),
        send(memory_stores::memories::Create::new("", "", "")),
        send(memory_stores::memories::Retrieve::new("", "")),
        send(memory_stores::memories::Update::new("", "")),
        send(memory_stores::memories::List::new("")),
        send(memory_stores::memories::Delete::new("", "")),
        send(memory_stores::Create::new("")),
        send(memory_stores::Retrieve::new("")),
        send(memory_stores::Update::new("")),
        send(memory_stores::List::new()),
        send(memory_stores::Delete::new("")),
        send(memory_stores::Archive::new("")),
        send(memory_stores::memory_versions::Retrieve::new("", "")),
        send(memory_stores::memory_versions::List::new("")),
        send(memory_stores::memory_versions::Redact::new("", "")),
        send(models::List::new()),
        send(sessions::events::List::new("")),
        send(sessions::events::Send::new("", Vec::<sessions::events::ClientEvent>::new())),
        stream(sessions::events::Stream::new("")),
        send(sessions::resources::Retrieve::new("", "")),
        send(sessions::resources::Update::new("", "")),
        send(sessions::resources::List::new("")),
        send(sessions::resources::Delete::new("", "")),
        send(sessions::resources::Add::new("", "")),
        send(sessions::Cancel::new("")),
        send(sessions::Create::new(sessions::SessionAgentParams::BLANK, "")),
        send(sessions::Retrieve::new("")),
        send(sessions::Update::new("")),
        send(sessions::List::new()),
        send(sessions::Delete::new("")),
        send(sessions::Archive::new("")),
        send(sessions::threads::events::List::new("", "")),
        stream(sessions::threads::events::Stream::new("", "")),
        send(sessions::threads::Retrieve::new("", "")),
        send(sessions::threads::List::new("")),
        send(sessions::threads::Archive::new("", "")),
        send(skills::Create::new(files())),
        send(skills::Retrieve::new("")),
        send(skills::List::new()),
        send(skills::Delete::new("")),
        send(skills::versions::Create::new("", files())),
        send(skills::versions::Retrieve::new("", "")),
        send(skills::versions::List::new("")),
        send(skills::versions::Delete::new("", "")),
        send(skills::versions::Download::new("", "")),
        send(vaults::credentials::Create::new("", vaults::credentials::CredentialParams::BLANK)),
        send(vaults::credentials::Retrieve::new("", "")),
        send(vaults::credentials::Update::new("", "")),
        send(vaults::credentials::List::new("")),
        send(vaults::credentials::Delete::new("", "")),
        send(vaults::credentials::Archive::new("", "")),
        send(vaults::credentials::McpOauthValidate::new("", "")),
        send(vaults::Create::new("")),
        send(vaults::Retrieve::new("")),
        send(vaults::List::new()),
        send(vaults::Delete::new("")),
        send(vaults::Archive::new("")),
    ]
}
