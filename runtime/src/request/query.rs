//! The query.

use super::pairs::{Pairs, Syntax};
use crate::schema::Place;
use crate::value::Object;

/// The query without its `?`.
pub(super) fn write(request: &dyn Object, extra: &[(String, String)]) -> Result<String, String> {
    let mut pairs = Pairs::new(Syntax::Query);
    pairs.object(request, Place::Query)?;
    for (name, value) in extra {
        pairs.push(name, value);
    }
    Ok(pairs.into_text())
}
