//! The words of the language. Editors show what is said here at each of them; nothing else uses it.
//! Not public, as `__private`.

macro_rules! words {
    ($($(#[$about:meta])* $of:ident { $($word:ident = $text:literal)* })*) => {
        $(
            $(#[$about])*
            #[allow(non_camel_case_types)]
            pub mod $of {
                $(
                    #[doc = $text]
                    #[derive(Debug, Clone, Copy)]
                    pub struct $word;
                )*
            }
        )*
    };
}

words! {
    /// What starts an item.
    item {
        api = "`api Name { ... }`: the client, its servers, credentials and errors."
        r#mod = "`mod name { ... }`, or `mod name;` for the file `name.callsheet`: endpoints and types that belong together."
        r#struct = "`struct Name { fields }`: an object. `struct Name(Type);`: a type of its own, such as an id."
        r#enum = "`enum Name { a, b }`: a set of texts. With `tag key`, or with types behind its variants: one of several types."
        r#extern = "`extern type Name: Wire = path::Type;`: a type of your own that is written like `Wire`."
        extend = "`extend path::Client;`: more endpoints for the client of another crate."
        webhook = "`webhook name { body Type }`: a request that the API sends to you."
        GET = "`GET /path as name { ... }`: an endpoint that reads. It is safe, and tried again (RFC 9110, section 9.3.1)."
        HEAD = "`HEAD /path as name { ... }`: an endpoint that reads headers. It is safe, and tried again (RFC 9110, section 9.3.2)."
        POST = "`POST /path as name { ... }`: an endpoint that does something, each time it is called (RFC 9110, section 9.3.3)."
        PUT = "`PUT /path as name { ... }`: an endpoint that replaces. It is idempotent, and tried again (RFC 9110, section 9.3.4)."
        DELETE = "`DELETE /path as name { ... }`: an endpoint that removes. It is idempotent, and tried again (RFC 9110, section 9.3.5)."
        OPTIONS = "`OPTIONS /path as name { ... }`: an endpoint that says what is possible. It is safe, and tried again (RFC 9110, section 9.3.7)."
        TRACE = "`TRACE /path as name { ... }`: an endpoint that returns the request. It is safe, and tried again (RFC 9110, section 9.3.8)."
        PATCH = "`PATCH /path as name { ... }`: an endpoint that changes a part (RFC 5789)."
        QUERY = "`QUERY /path as name { ... }`: an endpoint that reads what its body asks for. It is safe, and tried again."
    }
    /// What starts a line of the `api` block.
    api {
        server = "`server \"https://...\" as name for /path`: where the API lives."
        auth = "`auth bearer = env(\"TOKEN\")`: how a client proves who it is. `auth a | b & c`: what an endpoint needs that says nothing else."
        errors = "`errors { 404 not_found: Type, 5xx }`: what can go wrong in every endpoint."
        query = "`query { fields }`: parameters of every endpoint, in the query."
        header = "`header { fields }`: parameters of every endpoint, in headers."
        cookie = "`cookie { fields }`: parameters of every endpoint, in cookies."
    }
    /// How a client can prove who it is.
    scheme {
        bearer = "A token in the header `Authorization: Bearer` (RFC 6750)."
        basic = "A user's name and a password in the header `Authorization: Basic` (RFC 7617)."
        header = "A key in a header of its own: `auth header X-Api-Key`."
        query = "A key in the query: `auth query api_key`."
        cookie = "A key in a cookie: `auth cookie sid`."
        oauth2 = "Tokens that the client fetches: `auth oauth2 { token_url: \"https://...\" }` (RFC 6749, section 4.4)."
    }
    /// What starts a section of an endpoint.
    section {
        query = "`query { fields }`: parameters in the query."
        header = "`header { fields }`: parameters in headers."
        cookie = "`cookie { fields }`: parameters in cookies."
        body = "`body { fields }`, `body Type`, `body? form { fields }`: what the request holds."
        errors = "`errors { 404 not_found: Type, 5xx }`: what can go wrong here."
        auth = "`auth name`, `auth a | b`, `auth a & b`, `auth none`: what this endpoint needs."
        server = "`server \"https://...\" as name`: where this endpoint lives."
        example = "`example { request } -> 200 { response }`: JSON that is checked against the types."
    }
    /// How a body is encoded.
    encoding {
        json = "JSON (RFC 8259). It need not be said."
        form = "`application/x-www-form-urlencoded`."
        multipart = "`multipart/form-data` (RFC 7578): fields and files."
        text = "A text, as it is: `text \"text/csv\"`."
        bytes = "Bytes, as they are: `bytes \"application/pdf\"`."
        ndjson = "A line of JSON for each item."
        sse = "Server-sent events (WHATWG HTML, section 9.2)."
        xml = "XML, which has no one form for fields."
    }
    /// The names of attributes.
    attribute {
        error = "`#[error(code = error.type, message = error.message)]`: this struct is the envelope of errors, and this is where they say what."
        sensitive = "What must never be printed."
        closed = "There are no other values, or no other fields."
        deprecated = "`#[deprecated(note = \"...\")]`: not to be used any more."
        x = "`#[x(key = value)]`: what the language has no word for."
        title = "A name for people."
        callsheet = "`#![callsheet(crate = ::path)]`: where the crate `callsheet` is."
        style = "`#[style(...)]`: how a list, a map or an object is written in a query."
        read_only = "Only responses have it."
        write_only = "Only requests have it."
        unique = "No element of the list is there twice."
        multiple_of = "`#[multiple_of(5)]`: the number is a multiple of it."
        format = "`#[format(...)]`: the form of a text."
        check = "`#[check(end > start)]`: how fields must compare before they are sent."
        since = "`#[since(\"...\")]`: when it came."
        sunset = "`#[sunset(\"2027-01-31\")]`: when it goes (RFC 8594)."
        version = "The version of the API."
        tag = "What it belongs to."
        license = "The licence of the API's description."
        retry = "`#[retry(max = 5, on = [409, 5xx])]`: when it is tried again."
        idempotent = "Doing it twice is doing it once: it is tried again."
        idempotency_key = "The header that makes doing it twice doing it once."
        timeout = "`#[timeout(30s)]`: how long a call may take."
        paginate = "`#[paginate(...)]`: how to go from page to page."
        wait = "`#[wait(until = state in [done], poll = get)]`: how to wait until it is done."
        when = "`#[when(stream = true)]`: which response comes when."
        signature = "`#[signature(header = X-Signature, secret = env(\"SECRET\"))]`: how a webhook proves that the API sent it."
        sse = "`#[sse(...)]`: what tells the events of a stream apart, and where it ends."
    }
}
