//! Where each part of an API is for one client: the servers that were chosen, their variables filled
//! in.

use crate::base_url::BaseUrl;
use crate::check::check_value;
use crate::error::BuildError;
use crate::operation::{Server, Spec, Variable};
use crate::spelling::did_you_mean;

/// What a user says of servers.
#[derive(Default)]
pub(super) struct ServerSettings {
    /// In place of the first server's URL.
    pub(super) base_url: Option<String>,
    /// The servers that are used in place of those that are by default, by name.
    pub(super) chosen: Vec<String>,
    /// In place of the URL of the server with this name.
    pub(super) urls: Vec<(String, String)>,
    /// The values of variables.
    pub(super) variables: Vec<(String, String)>,
}

impl ServerSettings {
    /// The base URL of each server of the spec. One that could take the place of another has that
    /// one's.
    pub(super) fn resolve(
        &self,
        spec: &'static Spec,
        allow_http: bool,
    ) -> Result<Vec<BaseUrl>, BuildError> {
        self.check_names(spec)?;
        let mut resolved: Vec<BaseUrl> = Vec::with_capacity(spec.servers.len());
        for (index, server) in spec.servers.iter().enumerate() {
            let url = match resolved.get(server.replaces) {
                Some(first) if server.replaces != index => first.clone(),
                _ => BaseUrl::parse(&self.url(spec, index)?, allow_http)
                    .map_err(|detail| BuildError::new(format!("the base URL {detail}")))?,
            };
            resolved.push(url);
        }
        Ok(resolved)
    }

    /// The URL that is used where `index` is by default.
    fn url(&self, spec: &'static Spec, index: usize) -> Result<String, BuildError> {
        if let (0, Some(url)) = (index, &self.base_url) {
            return Ok(url.clone());
        }
        let chosen = self.chosen.iter().rev().find_map(|name| {
            let is_it = |server: &&Server| server.replaces == index && server.name == name;
            spec.servers.iter().find(is_it)
        });
        let Some(server) = chosen.or(spec.servers.get(index)) else {
            return Ok(String::new());
        };
        let is_own = |(key, _): &&(String, String)| key == server.name || key == server.url;
        match self.urls.iter().rev().find(is_own) {
            Some((_, url)) => Ok(url.clone()),
            None => self.fill(server),
        }
    }

    /// The URL of a server with its variables.
    fn fill(&self, server: &Server) -> Result<String, BuildError> {
        let mut url = server.url.to_owned();
        let host = server.url.split('/').nth(2).unwrap_or_default();
        for variable in server.variables {
            let set = self.variables.iter().rev().find(|(name, _)| name == variable.name);
            let value = set.map(|(_, value)| value.as_str()).or(variable.default);
            let value = value.ok_or_else(|| {
                BuildError::new(format!(
                    "the URL `{}` needs `{1}`: set it with `server_variable(\"{1}\", ...)`",
                    server.url, variable.name
                ))
            })?;
            let braced = format!("{{{}}}", variable.name);
            check_variable(variable, value, host.contains(&braced))?;
            url = url.replace(&braced, value);
        }
        Ok(url)
    }

    /// Every name that was said is one of the spec.
    fn check_names(&self, spec: &'static Spec) -> Result<(), BuildError> {
        let servers = spec.servers;
        let names = || servers.iter().map(|server| server.name);
        for name in &self.chosen {
            if !names().any(|known| known == name) || name.is_empty() {
                let meant = did_you_mean(name, names());
                return Err(BuildError::new(format!("the API has no server `{name}`{meant}")));
            }
        }
        for (key, _) in &self.urls {
            let is_known = |server: &Server| key == server.name || key == server.url;
            if !servers.iter().any(is_known) || key.is_empty() {
                let meant = did_you_mean(key, names());
                return Err(BuildError::new(format!("the API has no server `{key}`{meant}")));
            }
        }
        let variables = || servers.iter().flat_map(|server| server.variables);
        for (name, _) in &self.variables {
            if !variables().any(|variable| variable.name == name) {
                let meant = did_you_mean(name, variables().map(|variable| variable.name));
                return Err(BuildError::new(format!(
                    "no server of the API has a variable `{name}`{meant}"
                )));
            }
        }
        Ok(())
    }
}

/// Nothing in a value can lead elsewhere: in a host it is letters, digits, `-` and `.`.
fn check_variable(variable: &Variable, value: &str, in_host: bool) -> Result<(), BuildError> {
    let name = variable.name;
    let marks = if in_host { "-." } else { "-._~/" };
    if value.is_empty() || !value.chars().all(|c| c.is_ascii_alphanumeric() || marks.contains(c)) {
        let place = if in_host { "the host" } else { "the path" };
        return Err(BuildError::new(format!(
            "the server variable `{name}` is in {place} of a URL, where `{}` cannot be",
            value.escape_debug()
        )));
    }
    if !variable.values.is_empty() && !variable.values.contains(&value) {
        let meant = did_you_mean(value, variable.values.iter().copied());
        return Err(BuildError::new(format!(
            "the server variable `{name}` cannot be `{value}`{meant}"
        )));
    }
    check_value(&value.to_owned(), variable.checks)
        .map_err(|violation| BuildError::new(format!("the server variable `{name}` {violation}")))
}
