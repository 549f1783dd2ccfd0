//! From a request's fields to the parts of an HTTP request, by the table. No code of any endpoint
//! is involved: where a field goes is in its [`Field::place`](crate::schema::Field::place).

mod body;
mod cookie;
mod header;
mod multipart;
mod pairs;
mod path;
mod placed;
mod query;
mod text;

pub(crate) use cookie::is_cookie_octet;
pub(crate) use header::{checked, static_name};
pub(crate) use text::{encode, of_view};

use http::uri::PathAndQuery;
use http::{HeaderMap, Uri};

use crate::base_url::BaseUrl;
use crate::check::check;
use crate::error::{Error, Facts};
use crate::operation::Operation;
use crate::options::CallOptions;
use crate::transport::RequestBody;
use crate::value::Object;

/// The parts of a request, credentials aside.
#[derive(Debug, Clone, Default)]
pub(crate) struct RequestParts {
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    pub(crate) body: RequestBody,
}

impl RequestParts {
    /// Replaces all of the URL that follows its origin.
    pub(crate) fn set_path_and_query(&mut self, path: String) -> Result<(), http::Error> {
        let mut parts = self.uri.clone().into_parts();
        parts.path_and_query = Some(PathAndQuery::try_from(path)?);
        self.uri = Uri::from_parts(parts)?;
        Ok(())
    }
}

/// Checks a request and writes its parts.
pub(crate) fn write(
    operation: &'static Operation,
    request: &dyn Object,
    base: &BaseUrl,
    defaults: &HeaderMap,
    options: &CallOptions,
) -> Result<RequestParts, Error> {
    if !options.unchecked {
        check(request).map_err(|violations| {
            Error::new(Facts {
                operation: Some(operation),
                violations: Some(violations),
                ..Facts::default()
            })
        })?;
    }
    let build = |message: String| Error::build(operation, message);
    let path = path::write(operation, request).map_err(build)?;
    let query = query::write(request, &options.query).map_err(build)?;
    let uri = base.join(&path, &query).map_err(build)?;
    let (body, content_type) = body::write(operation, request).map_err(build)?;
    let headers =
        header::write(operation, request, defaults, content_type, options).map_err(build)?;
    Ok(RequestParts { uri, headers, body })
}
