/// A client of the Acme API. Cheap to clone.
pub struct Acme {
    client: ::callsheet::__private::Client,
}
impl Acme {
    /// Builds a client with the settings of the environment.
    ///
    /// # Errors
    /// If a setting is malformed.
    pub fn from_env() -> ::core::result::Result<Self, ::callsheet::BuildError> {
        ::callsheet::Builder::from_env().build()
    }
    /// Builds a client with settings of your own.
    pub fn builder() -> ::callsheet::Builder<Self> {
        ::callsheet::Builder::new()
    }
    /// Starts a call of a request that was made before.
    pub fn call<R: ::callsheet::Endpoint<Api = Self>>(&self, request: R) -> Call<'_, R> {
        Call {
            client: &self.client,
            request,
            options: ::callsheet::__private::CallOptions::NONE,
        }
    }
    /// Starts a call of an endpoint that the spec does not know. The path is that below the
    /// base URL, percent-encoded where it must be.
    pub fn request(
        &self,
        method: ::callsheet::http::Method,
        path: &::core::primitive::str,
    ) -> ::callsheet::RawCall<'_, Failure> {
        ::callsheet::__private::raw(&self.client, method, path)
    }
    /// Starts a GET of a link that the API gave to a place which is no part of it, such as a
    /// storage. No credentials, headers or cookies of the API go there.
    pub fn fetch(
        &self,
        url: &::core::primitive::str,
    ) -> ::callsheet::Fetch<'_, Failure> {
        ::callsheet::__private::fetch(&self.client, url)
    }
    /// `GET /things`
    ///
    /// A success is 200: a text (`text/plain`), with headers.
    pub fn find(&self) -> Call<'_, Find> {
        self.call(Find::new())
    }
    /// `PUT /things/{id}`
    ///
    /// Sends `application/x-www-form-urlencoded`.
    ///
    /// A success is 204, and holds nothing.
    pub fn replace(&self, id: ::core::primitive::u32) -> Call<'_, Replace> {
        self.call(Replace::new(id))
    }
    /// `POST /things/{id}/photo`
    ///
    /// Sends `multipart/form-data`.
    ///
    /// A success is 200: bytes (`image/png`).
    ///
    /// With `.download()` it is read as it comes, to a file or piece by piece.
    pub fn upload(
        &self,
        id: ::core::primitive::u32,
        file: impl ::core::convert::Into<::callsheet::File>,
    ) -> Call<'_, Upload> {
        self.call(Upload::new(id, file))
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SPEC: __rt::Spec = __rt::Spec {
        name: "Acme",
        servers: &[
            __rt::Server {
                name: "",
                url: "https://api.acme.example",
                replaces: 0,
                prefix: ::core::option::Option::Some(""),
                variables: &[],
            },
        ],
        auth: &[],
        need: &[],
        envelope: __rt::Envelope {
            code: &[],
            message: &[],
            request_id: &[],
        },
        rules: __rt::AttemptRules::NONE,
        signals: __rt::Signals {
            veto: ::core::option::Option::None,
            count: ::core::option::Option::None,
            deadline: ::core::option::Option::None,
            key: ::core::option::Option::None,
        },
        constants: &[],
        failures: &[],
    };
    impl ::callsheet::Api for Acme {
        const SPEC: &'static __rt::Spec = &SPEC;
        type Failure = Failure;
        type Envelope = ::callsheet::Json;
        fn from_client(client: __rt::Client) -> Self {
            Self { client }
        }
        fn as_client(&self) -> &__rt::Client {
            &self.client
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Acme {
        fn clone(&self) -> Self {
            Self {
                client: ::core::clone::Clone::clone(&self.client),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Acme {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&self.client, f)
        }
    }
};
/// What can go wrong with a call.
pub type Error = ::callsheet::Error<Failure>;
/// A call that has not been sent yet: set what is optional, then [`send`](Self::send) it.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<'c, R> {
    client: &'c ::callsheet::__private::Client,
    request: R,
    options: ::callsheet::__private::CallOptions,
}
impl<R> Call<'_, R> {
    /// Limits the time of the whole call.
    pub fn timeout(mut self, limit: ::core::time::Duration) -> Self {
        self.options.timeout(limit);
        self
    }
    /// Limits how often the request is sent again.
    pub fn max_retries(mut self, retries: ::core::primitive::u32) -> Self {
        self.options.max_retries(retries);
        self
    }
    /// Sends this idempotency key in place of a new one. With the key of an earlier call the
    /// service does nothing twice.
    pub fn idempotency_key(mut self, key: &::core::primitive::str) -> Self {
        self.options.idempotency_key(key);
        self
    }
    /// Adds a header. One that the spec declares or the client sets is replaced.
    pub fn header(
        mut self,
        name: &::core::primitive::str,
        value: &::core::primitive::str,
    ) -> Self {
        self.options.header(name, value);
        self
    }
    /// Adds a query parameter that the spec does not know.
    pub fn query(
        mut self,
        name: &::core::primitive::str,
        value: &::core::primitive::str,
    ) -> Self {
        self.options.query(name, value);
        self
    }
    /// Sends the request even if it breaks a rule of the spec.
    pub fn unchecked(mut self) -> Self {
        self.options.unchecked();
        self
    }
}
impl<R: ::callsheet::Endpoint<Api = Acme>> Call<'_, R> {
    /// Sends the request.
    ///
    /// # Errors
    /// What can go wrong is in the docs of the method that started the call, and in
    /// [`Failure`]; [`Error`] says how far the call got.
    pub fn send(self) -> ::callsheet::__private::Sending<R::Response, Failure>
    where
        R::Response: ::callsheet::value::Blank,
    {
        ::callsheet::__private::send(self.client, &self.request, &self.options)
    }
    /// Sends the request, and returns status, headers and request id beside the value.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    pub fn send_with_meta(
        self,
    ) -> ::callsheet::__private::SendingWithMeta<R::Response, Failure>
    where
        R::Response: ::callsheet::value::Blank,
    {
        ::callsheet::__private::send_with_meta(self.client, &self.request, &self.options)
    }
    /// Makes the HTTP request, credentials included, without sending it.
    ///
    /// # Errors
    /// If the request breaks a rule of the spec or has no credentials.
    pub fn to_http(
        &self,
    ) -> ::core::result::Result<
        ::callsheet::http::Request<::callsheet::bytes::Bytes>,
        Error,
    > {
        ::callsheet::Endpoint::to_http_with(&self.request, self.client, &self.options)
    }
}
impl<R: ::callsheet::Downloads<Api = Acme>> Call<'_, R> {
    /// Sends the request, and returns the body as it comes: to a file, or piece by piece.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    pub fn download(self) -> ::callsheet::Downloading<Failure> {
        ::callsheet::__private::download(self.client, &self.request, &self.options)
    }
}
impl<R: ::core::fmt::Debug> ::core::fmt::Debug for Call<'_, R> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("Call")
            .field("request", &self.request)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
/// What the API says can go wrong. Each variant holds the decoded body.
#[non_exhaustive]
pub enum Failure {
    /// A code or status that the spec does not know, with the body as it came.
    Unknown(::callsheet::UnknownFailure),
}
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::failure!(Failure {});
};
/// The request of `GET /things`.
#[non_exhaustive]
pub struct Find {
    /// `filter`
    pub filter: ::core::option::Option<Filter>,
    /// `ids`
    pub ids: ::core::option::Option<::callsheet::__private::Vec<::core::primitive::u32>>,
    /// `session`
    pub session: ::core::option::Option<::callsheet::__private::String>,
}
impl Find {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {
            filter: ::core::option::Option::None,
            ids: ::core::option::Option::None,
            session: ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::core::default::Default for Find {
    fn default() -> Self {
        Self::new()
    }
}
impl Call<'_, Find> {
    /// `filter`
    pub fn filter(mut self, filter: Filter) -> Self {
        self.request.filter = ::core::option::Option::Some(filter);
        self
    }
    /// `ids`
    pub fn ids(
        mut self,
        ids: impl ::core::iter::IntoIterator<Item = ::core::primitive::u32>,
    ) -> Self {
        self.request.ids = ::core::option::Option::Some(
            ::callsheet::__private::list(ids),
        );
        self
    }
    /// `session`
    pub fn session(
        mut self,
        session: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Self {
        self.request.session = ::core::option::Option::Some(
            ::core::convert::Into::into(session),
        );
        self
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
            "Find",
            &[
                __rt::Field::optional("filter", "filter")
                    .at(__rt::Place::Query)
                    .style(__rt::Style::Deep),
                __rt::Field::optional("ids", "ids")
                    .at(__rt::Place::Query)
                    .style(__rt::Style::Comma),
                __rt::Field::optional("session", "session").at(__rt::Place::Cookie),
            ],
        )
        .constants(
            &[
                __rt::FixedField::new("theme", __rt::Constant::Text("dark"))
                    .at(__rt::Place::Cookie),
            ],
        );
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "find",
        __rt::Method::GET,
        "/things",
        &[__rt::PathPart::Text("/things")],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Headed(&__rt::Content::Text("text/plain")),
            },
        ],
        __rt::Attempts::SAFE,
    );
    __rt::object!(SCHEMA, Find[] { filter, ids, session });
    impl ::callsheet::Endpoint for Find {
        type Api = Acme;
        type Response = FindAnswer;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// The request of `PUT /things/{id}`.
#[non_exhaustive]
pub struct Replace {
    /// `id`
    pub id: ::core::primitive::u32,
    /// `body`
    pub body: ::core::option::Option<ReplaceBody>,
}
impl Replace {
    /// With what every such request needs.
    pub fn new(id: ::core::primitive::u32) -> Self {
        Self {
            id,
            body: ::core::option::Option::None,
        }
    }
}
impl Call<'_, Replace> {
    /// `body`
    pub fn body(mut self, body: ReplaceBody) -> Self {
        self.request.body = ::core::option::Option::Some(body);
        self
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Replace",
        &[
            __rt::Field::required("id", "id").at(__rt::Place::Path),
            __rt::Field::optional("body", "body").at(__rt::Place::Payload),
        ],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
            "replace",
            __rt::Method::PUT,
            "/things/{id}",
            &[__rt::PathPart::Text("/things/"), __rt::PathPart::Field(0)],
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(204),
                    content: __rt::Content::Empty,
                },
            ],
            __rt::Attempts::IDEMPOTENT,
        )
        .body(__rt::BodyKind::Encoded {
            encoding: __rt::Encoding::Form,
            media: "application/x-www-form-urlencoded",
            payload: ::core::option::Option::Some(1),
        });
    __rt::object!(SCHEMA, Replace[] { id, body });
    impl ::callsheet::Endpoint for Replace {
        type Api = Acme;
        type Response = ();
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// The request of `POST /things/{id}/photo`.
#[non_exhaustive]
pub struct Upload {
    /// `id`
    pub id: ::core::primitive::u32,
    /// `file`
    pub file: ::callsheet::File,
    /// `name`
    pub name: ::core::option::Option<::callsheet::__private::String>,
}
impl Upload {
    /// With what every such request needs.
    pub fn new(
        id: ::core::primitive::u32,
        file: impl ::core::convert::Into<::callsheet::File>,
    ) -> Self {
        Self {
            id,
            file: ::core::convert::Into::into(file),
            name: ::core::option::Option::None,
        }
    }
}
impl Call<'_, Upload> {
    /// `name`
    pub fn name(
        mut self,
        name: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Self {
        self.request.name = ::core::option::Option::Some(
            ::core::convert::Into::into(name),
        );
        self
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Upload",
        &[
            __rt::Field::required("id", "id").at(__rt::Place::Path),
            __rt::Field::required("file", "file"),
            __rt::Field::optional("name", "name"),
        ],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
            "upload",
            __rt::Method::POST,
            "/things/{id}/photo",
            &[
                __rt::PathPart::Text("/things/"),
                __rt::PathPart::Field(0),
                __rt::PathPart::Text("/photo"),
            ],
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(200),
                    content: __rt::Content::Bytes("image/png"),
                },
            ],
            __rt::Attempts::UNSAFE,
        )
        .body(__rt::BodyKind::Encoded {
            encoding: __rt::Encoding::Multipart,
            media: "multipart/form-data",
            payload: ::core::option::Option::None,
        });
    __rt::object!(SCHEMA, Upload[] { id, file, name });
    impl ::callsheet::Endpoint for Upload {
        type Api = Acme;
        type Response = ::callsheet::bytes::Bytes;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    impl ::callsheet::Downloads for Upload {}
};
/// A `Filter` object.
#[non_exhaustive]
pub struct Filter {
    /// `name`
    pub name: ::core::option::Option<::callsheet::__private::String>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
impl Filter {
    /// With its required fields.
    pub fn new() -> Self {
        Self {
            name: ::core::option::Option::None,
            extra: ::core::default::Default::default(),
        }
    }
    /// `name`
    pub fn name(
        mut self,
        name: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Self {
        self.name = ::core::option::Option::Some(::core::convert::Into::into(name));
        self
    }
}
#[automatically_derived]
impl ::core::default::Default for Filter {
    fn default() -> Self {
        Self::new()
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Filter",
        &[__rt::Field::optional("name", "name")],
    );
    __rt::object!(SCHEMA, Filter[] { name } extra);
    __rt::data!(Filter[] { name } extra);
};
/// What `find` answers, with its headers.
#[non_exhaustive]
pub struct FindAnswer {
    /// What the body holds.
    pub body: ::callsheet::__private::String,
    /// `X-Total`
    pub x_total: ::core::primitive::u64,
    /// `ETag`
    pub e_tag: ::core::option::Option<::callsheet::__private::String>,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "FindAnswer",
        &[
            __rt::Field::required("body", "body").at(__rt::Place::Payload),
            __rt::Field::required("X-Total", "x_total").at(__rt::Place::Header),
            __rt::Field::optional("ETag", "e_tag").at(__rt::Place::Header),
        ],
    );
    __rt::object!(SCHEMA, FindAnswer[] { body, x_total, e_tag });
    __rt::data!(FindAnswer[] { body, x_total, e_tag });
};
/// What `replace` sends.
#[non_exhaustive]
pub struct ReplaceBody {
    /// `name`
    pub name: ::callsheet::__private::String,
    /// `note`
    pub note: ::callsheet::Patch<::callsheet::__private::String>,
}
impl ReplaceBody {
    /// With its required fields.
    pub fn new(
        name: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Self {
        Self {
            name: ::core::convert::Into::into(name),
            note: ::callsheet::Patch::Absent,
        }
    }
    /// `note`
    pub fn note(
        mut self,
        note: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Self {
        self.note = ::callsheet::Patch::Set(::core::convert::Into::into(note));
        self
    }
    /// Sends `null` as `note`.
    pub fn note_null(mut self) -> Self {
        self.note = ::callsheet::Patch::Null;
        self
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "ReplaceBody",
        &[__rt::Field::required("name", "name"), __rt::Field::patch("note", "note")],
    );
    __rt::object!(SCHEMA, ReplaceBody[] { name, note });
    __rt::data!(ReplaceBody[] { name, note });
};
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    const _: () = {
        use ::callsheet::__private::keywords;
        const _: (
            keywords::item::api,
            keywords::api::server,
            keywords::item::r#struct,
            keywords::item::GET,
            keywords::section::query,
            keywords::attribute::style,
            keywords::attribute::style,
            keywords::section::cookie,
            keywords::encoding::text,
            keywords::item::PUT,
            keywords::section::body,
            keywords::encoding::form,
            keywords::item::POST,
            keywords::section::body,
            keywords::encoding::multipart,
            keywords::encoding::bytes,
        ) = loop {};
    };
};
