//! The base URL: checked once, so that every URL made from it is on the same origin.

use std::fmt;
use std::net::IpAddr;

use bytes::Bytes;
use http::Uri;

/// A base URL: `https://host:port/prefix`, without a trailing slash.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    /// `https://host:port`
    origin: String,
    /// Where the authority starts in it.
    authority: usize,
    /// `/prefix`, or nothing.
    prefix: String,
}

impl BaseUrl {
    /// Checks a base URL. Plain http is for this machine only, unless `allow_http`. The error goes
    /// on where "the base URL" ends.
    pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Self, String> {
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || !c.is_ascii()) {
            return Err(
                "has more than printable ASCII; write a host of other letters in punycode".into()
            );
        }
        let (scheme, rest) = text.split_once("://").ok_or("does not start with `https://`")?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "https" && scheme != "http" {
            return Err(format!("starts with `{scheme}://`, not with `https://`"));
        }
        // `http::Uri` drops a fragment without a word.
        if rest.contains(['?', '#']) {
            return Err("has a query or a fragment".into());
        }
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err("holds a user name or password".into());
        }
        let prefix = path.trim_end_matches('/');
        let uri: Uri = format!("{scheme}://{authority}/")
            .parse()
            .map_err(|_| "has no host, as `https://api.example.com` has")?;
        let host = uri.host().filter(|host| !host.is_empty()).ok_or("has no host")?;
        let port =
            authority.rsplit_once(':').map(|(_, port)| port).filter(|port| !port.ends_with(']'));
        if port.is_some() && uri.port_u16().is_none_or(|port| port == 0) {
            return Err("has a port that is not in 1 to 65535".into());
        }
        if scheme == "http" && !allow_http && !is_loopback(host) {
            return Err("is plain http, which shows the credentials to everyone on the way; use https, or allow http".into());
        }
        check_prefix(prefix)?;
        let origin = format!("{scheme}://{}", authority.to_ascii_lowercase());
        Ok(Self { authority: scheme.len() + 3, origin, prefix: prefix.to_owned() })
    }

    /// The origin of a whole URL, and the URL. The rules are those of base URLs, but that it may
    /// have a query; a fragment is not sent anywhere.
    pub(crate) fn of_link(link: &str, allow_http: bool) -> Result<(Self, Uri), String> {
        let authority = link.find("://").map_or(0, |at| at + 3);
        let rest = link.get(authority..).unwrap_or_default();
        let length = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (origin, target) = link.split_at(authority + length);
        let base = Self::parse(origin, allow_http)?;
        let target = target.split('#').next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let url = base.join(if path.is_empty() { "/" } else { path }, query);
        Ok((base, url.map_err(|_| "is malformed, or leads elsewhere than it says".to_owned())?))
    }

    /// The URL of a path below the base, with a query. Nothing in the path can lead elsewhere: the
    /// URL is made by joining texts, and checked afterwards.
    pub(crate) fn join(&self, path: &str, query: &str) -> Result<Uri, String> {
        let path = if self.prefix.is_empty() && path.is_empty() { "/" } else { path };
        let mut url = String::with_capacity(
            self.origin.len() + self.prefix.len() + path.len() + 1 + query.len(),
        );
        url.extend([self.origin.as_str(), &self.prefix, path]);
        if !query.is_empty() {
            url.extend(["?", query]);
        }
        let uri = Uri::from_maybe_shared(Bytes::from(url))
            .map_err(|error| format!("the URL is malformed: {error}"))?;
        if has_dot_segment(uri.path()) {
            return Err("the path would lead elsewhere: a segment of it is `.` or `..`".into());
        }
        let same_path = uri.path().strip_prefix(&*self.prefix) == Some(path);
        let same_query = uri.query().unwrap_or_default() == query;
        if !same_path || !same_query || !self.is_origin_of(&uri) {
            return Err("the URL does not say what was put into it".into());
        }
        Ok(uri)
    }

    /// The URL that a server gives for what comes after the answer from `from`: whole, or a path or
    /// query on the same origin. One that leads to another origin is refused: the credentials would
    /// go with it.
    pub(crate) fn follow(&self, from: &Uri, link: &str) -> Result<Uri, String> {
        let target = if link.starts_with('/') && !link.starts_with("//") {
            link.to_owned()
        } else if link.starts_with('?') {
            format!("{}{link}", from.path())
        } else {
            self.same_origin(link)?
        };
        let url = format!("{}{}", self.origin, target.split('#').next().unwrap_or_default());
        let uri: Uri = url.parse().map_err(|error| format!("is malformed: {error}"))?;
        if !self.is_origin_of(&uri) {
            return Err("leads to another origin".to_owned());
        }
        Ok(uri)
    }

    /// The path and query of a whole URL on this origin.
    fn same_origin(&self, link: &str) -> Result<String, String> {
        let uri: Uri = link.parse().map_err(|error| format!("is malformed: {error}"))?;
        let own: Uri = self.origin.parse().map_err(|_| "has no origin to be on".to_owned())?;
        let port = |uri: &Uri| uri.port_u16().or(default_port(uri.scheme_str()));
        let host = |uri: &Uri| uri.host().map(str::to_ascii_lowercase);
        let has_user = uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
        if uri.scheme() != own.scheme()
            || host(&uri) != host(&own)
            || port(&uri) != port(&own)
            || has_user
        {
            let host = uri.host().map_or_else(|| "no host".to_owned(), |host| format!("`{host}`"));
            return Err(format!("leads to another origin, {host}"));
        }
        Ok(uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string))
    }

    /// Its host and its port.
    pub(crate) fn address(&self) -> (&str, u16) {
        let (scheme, authority) = self.origin.split_once("://").unwrap_or_default();
        let default = (authority, if scheme == "http" { 80 } else { 443 });
        let port = |(host, port): (_, &str)| Some((host, port.parse().ok()?));
        authority.rsplit_once(':').and_then(port).unwrap_or(default)
    }

    /// Whether a URL is on this origin.
    pub(crate) fn is_origin_of(&self, uri: &Uri) -> bool {
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return false;
        };
        let (own_scheme, own_authority) = self.origin.split_at(self.authority);
        own_scheme.strip_suffix("://") == Some(scheme)
            && own_authority.eq_ignore_ascii_case(authority.as_str())
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.prefix)
    }
}

/// Whether a segment of a path is `.` or `..`. Few paths have a segment that starts with a dot, and
/// only those are looked at closely.
fn has_dot_segment(path: &str) -> bool {
    path.as_bytes().windows(2).any(|pair| pair == b"/.")
        && path.split('/').any(|segment| segment == "." || segment == "..")
}

fn check_prefix(prefix: &str) -> Result<(), String> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/%".contains(c);
    if !prefix.chars().all(allowed) {
        return Err("has characters in its path that are written percent-encoded".into());
    }
    let decoded = prefix.to_ascii_lowercase().replace("%2e", ".");
    if has_dot_segment(&decoded) || prefix.contains("//") {
        return Err("has `.`, `..` or an empty segment in its path".into());
    }
    Ok(())
}

/// The port of a scheme where a URL names none.
fn default_port(scheme: Option<&str>) -> Option<u16> {
    match scheme? {
        "https" => Some(443),
        "http" => Some(80),
        _ => None,
    }
}

/// Whether a host is this machine.
fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn f084_base_urls_are_checked() {
        for (text, canonical) in [
            ("https://api.example.com", "https://api.example.com"),
            ("https://API.example.com/v1//", "https://api.example.com/v1"),
            ("https://api.example.com:8443/a/b/", "https://api.example.com:8443/a/b"),
            ("HTTPS://api.example.com", "https://api.example.com"),
            ("http://localhost:80", "http://localhost:80"),
            ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ] {
            assert_eq!(format!("{:?}", BaseUrl::parse(text, false).unwrap()), canonical, "{text}");
        }
        for text in [
            "",
            "api.example.com",
            "//api.example.com",
            "ftp://api.example.com",
            "https://",
            "https:///x",
            "https://user@api.example.com",
            "https://u:p@api.example.com",
            "https://api.example.com?x",
            "https://api.example.com#x",
            "http://api.example.com",
            "https://api.example.com:0",
            "https://api.example.com:99999",
            "https://api.example.com:x",
            "https://b\u{fc}cher.example",
            "https://api.example.com/a/../b",
            "https://api.example.com/%2e%2e/b",
            "https://a b",
            "https://api.example.com/a//b",
            "https://api.example.com/\n",
            "http://127.0.0.1.example.com",
        ] {
            assert!(BaseUrl::parse(text, false).is_err(), "{text:?}");
        }
        assert!(BaseUrl::parse("http://api.example.com", true).is_ok());
    }

    #[test]
    fn an_address_has_a_port() {
        for (text, address) in [
            ("https://api.example.com/v1", ("api.example.com", 443)),
            ("http://localhost", ("localhost", 80)),
            ("http://127.0.0.1:8080", ("127.0.0.1", 8080)),
            ("http://[::1]", ("[::1]", 80)),
            ("http://[::1]:81", ("[::1]", 81)),
        ] {
            assert_eq!(BaseUrl::parse(text, false).unwrap().address(), address);
        }
    }

    #[test]
    fn dot_segments_lead_nowhere() {
        let base = BaseUrl::parse("https://api.example.com/v1", false).unwrap();
        assert!(base.join("/a/../b", "").is_err());
        assert!(base.join("/a/./b", "").is_err());
        assert_eq!(base.join("/a/...", "q=%20").unwrap(), "https://api.example.com/v1/a/...?q=%20");
        assert_eq!(base.join("", "").unwrap().path(), "/v1");
    }

    #[test]
    fn f088_links_stay_on_the_origin() {
        let base = BaseUrl::parse("https://api.example.com/v1", false).unwrap();
        let from = base.join("/things", "page=1").unwrap();
        for (link, url) in [
            (
                "https://api.example.com/v1/things?page=2",
                "https://api.example.com/v1/things?page=2",
            ),
            ("https://API.example.com:443/x", "https://api.example.com/x"),
            ("https://api.example.com", "https://api.example.com/"),
            ("/v1/things?page=2#top", "https://api.example.com/v1/things?page=2"),
            ("?page=2", "https://api.example.com/v1/things?page=2"),
        ] {
            assert_eq!(base.follow(&from, link).unwrap(), url, "{link}");
        }
        for link in [
            "https://evil.example/v1/things",
            "http://api.example.com/v1/things",
            "https://api.example.com:8443/v1/things",
            "https://api.example.com@evil.example/",
            "https://me@api.example.com/",
            "//evil.example/v1",
            "https://api.example.com.evil.example/",
            "things?page=2",
            "@evil.example/",
            ":8443/",
            "",
            "/a b",
            "https://",
        ] {
            assert!(base.follow(&from, link).is_err(), "{link}");
        }
    }
}
