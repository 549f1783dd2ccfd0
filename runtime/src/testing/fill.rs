//! Requests from data.

use crate::Json;
use crate::codec::{DecodeError, decode_text};
use crate::value::{Object, Slot};

/// Fills a request from an object of JSON: its fields by their names on the wire, in whatever part of
/// the HTTP request they go. For tests whose requests are data.
///
/// Files are left as they are, and keys that the request does not have are skipped.
///
/// ```
/// # callsheet::client! { api Petshop { server "https://api.petshop.example/v1" for /v1 }
/// #     mod pets { GET /v1/pets as list { query { max-age as max_age?: u32 } -> 200 [String] } } }
/// # fn main() -> Result<(), callsheet::DecodeError> {
/// use callsheet::Json;
///
/// let mut request = pets::List::new();
/// let row = Json::from_iter([("max-age", 3)]);
/// callsheet::testing::fill(&mut request, &row)?;
/// assert_eq!(request.max_age, Some(3));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// If something required is missing, or of another type.
pub fn fill(request: &mut dyn Object, json: &Json) -> Result<(), DecodeError> {
    decode_text(&json.to_string(), Slot::Object(request))
}
