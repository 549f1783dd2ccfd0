//! The other half of a download: what is behind the link.

use callsheet::bytes::Bytes;
use callsheet::http::{Method, Uri};
use percent_encoding::percent_decode_str;

// The storage is not part of the API: a client of its own, which has no token to give away.
callsheet::client! {
    api Storage { server "https://storage.invalid" }
}

/// Downloads what a link leads to.
pub(crate) async fn download(link: &str) -> Result<Bytes, Box<dyn std::error::Error>> {
    let link: Uri = link.parse()?;
    let (scheme, host) = link.scheme().zip(link.authority()).ok_or("the link is not absolute")?;
    let storage = Storage::builder().base_url(format!("{scheme}://{host}")).build()?;
    let mut call = storage.request(Method::GET, link.path());
    for pair in link.query().unwrap_or_default().split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let decode = |text| percent_decode_str(text).decode_utf8();
        call = call.query(&decode(name)?, &decode(value)?);
    }
    Ok(call.send_bytes().await?.into_value())
}
