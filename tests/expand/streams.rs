/// A client of the Acme API. Cheap to clone.
pub struct Acme {
    client: ::callsheet::__private::Client,
}
impl Acme {
    /// Builds a client with the settings of the environment.
    ///
    /// The token is read from `ACME_TOKEN`. Without credentials the client builds, and the first call that needs them says so.
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
    /// What happens.
    ///
    /// `GET /v1/events`
    ///
    /// With `.stream()` a success is 200: a stream of events, each [`Event`].
    pub fn watch(&self) -> Call<'_, Watch> {
        self.call(Watch::new())
    }
    /// Asks.
    ///
    /// `POST /v1/answers`
    ///
    /// A success is 200: [`AskResponse`].
    /// With `.stream()` a success is 200: a stream of events, each [`AskEvent`].
    pub fn ask(
        &self,
        question: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Call<'_, Ask> {
        self.call(Ask::new(question))
    }
    /// `GET /v1/rows`
    ///
    /// With `.stream()` a success is 200: a stream of lines, each JSON.
    pub fn rows(&self) -> Call<'_, Rows> {
        self.call(Rows::new())
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SPEC: __rt::Spec = __rt::Spec {
        name: "Acme",
        servers: &[
            __rt::Server {
                name: "",
                url: "https://api.acme.com/v1",
                replaces: 0,
                prefix: ::core::option::Option::Some("/v1"),
                variables: &[],
            },
        ],
        auth: &[
            __rt::AuthScheme {
                name: "bearer",
                kind: __rt::AuthKind::Bearer,
                env: &["ACME_TOKEN"],
            },
        ],
        need: &[
            &[
                __rt::AuthUse {
                    scheme: 0,
                    scopes: &[],
                },
            ],
        ],
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
impl<R: ::callsheet::Streams<Api = Acme>> Call<'_, R> {
    /// Sends the request, and returns what is answered bit by bit.
    ///
    /// # Errors
    /// Those of a call that is sent for a whole response.
    pub fn stream(self) -> ::callsheet::Opening<R::Event, Failure> {
        ::callsheet::__private::stream(self.client, self.request, &self.options)
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
/// The request of `GET /v1/events`.
#[non_exhaustive]
pub struct Watch {
    /// `after`
    pub after: ::core::option::Option<::callsheet::__private::String>,
}
impl Watch {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {
            after: ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::core::default::Default for Watch {
    fn default() -> Self {
        Self::new()
    }
}
impl Call<'_, Watch> {
    /// `after`
    pub fn after(
        mut self,
        after: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Self {
        self.request.after = ::core::option::Option::Some(
            ::core::convert::Into::into(after),
        );
        self
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Watch",
        &[__rt::Field::optional("after", "after").at(__rt::Place::Query)],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "watch",
        __rt::Method::GET,
        "/v1/events",
        &[__rt::PathPart::Text("/events")],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Events(&EVENTS),
            },
        ],
        __rt::Attempts::SAFE,
    );
    __rt::object!(SCHEMA, Watch[] { after });
    impl ::callsheet::Endpoint for Watch {
        type Api = Acme;
        type Response = ::callsheet::StreamOnly;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    static EVENTS: __rt::Events = __rt::Events {
        resume: __rt::Resume::Query("after"),
        error: "problem",
        end: &["session.done", "failed"],
        skip: &["ping"],
        done: ::core::option::Option::Some("[DONE]"),
    };
    impl ::callsheet::Streams for Watch {
        type Event = Event;
        const STREAM: &'static __rt::Operation = &OPERATION;
    }
};
/// The request of `POST /v1/answers`.
#[non_exhaustive]
pub struct Ask {
    /// `question`
    pub question: ::callsheet::__private::String,
    /// `stream`
    pub stream: ::core::option::Option<::core::primitive::bool>,
}
impl Ask {
    /// With what every such request needs.
    pub fn new(
        question: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Self {
        Self {
            question: ::core::convert::Into::into(question),
            stream: ::core::option::Option::None,
        }
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Ask",
        &[
            __rt::Field::required("question", "question"),
            __rt::Field::optional("stream", "stream"),
        ],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
            "ask",
            __rt::Method::POST,
            "/v1/answers",
            &[__rt::PathPart::Text("/answers")],
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(200),
                    content: __rt::Content::Json,
                },
            ],
            __rt::Attempts::UNSAFE,
        )
        .body(__rt::BodyKind::Fields);
    __rt::object!(SCHEMA, Ask[] { question, stream });
    impl ::callsheet::Endpoint for Ask {
        type Api = Acme;
        type Response = AskResponse;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    static EVENTS: __rt::Events = __rt::Events::NEW;
    static STREAM: __rt::Operation = __rt::Operation::new(
            "ask",
            __rt::Method::POST,
            "/v1/answers",
            &[__rt::PathPart::Text("/answers")],
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(200),
                    content: __rt::Content::Events(&EVENTS),
                },
            ],
            __rt::Attempts::UNSAFE,
        )
        .body(__rt::BodyKind::Fields);
    impl ::callsheet::Streams for Ask {
        type Event = AskEvent;
        const STREAM: &'static __rt::Operation = &STREAM;
        fn ask(&mut self) {
            self.stream = ::core::option::Option::Some(true);
        }
    }
};
/// The request of `GET /v1/rows`.
#[non_exhaustive]
pub struct Rows {}
impl Rows {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {}
    }
}
#[automatically_derived]
impl ::core::default::Default for Rows {
    fn default() -> Self {
        Self::new()
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new("Rows", &[]);
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "rows",
        __rt::Method::GET,
        "/v1/rows",
        &[__rt::PathPart::Text("/rows")],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Lines,
            },
        ],
        __rt::Attempts::SAFE,
    );
    __rt::object!(SCHEMA, Rows[] {});
    impl ::callsheet::Endpoint for Rows {
        type Api = Acme;
        type Response = ::callsheet::StreamOnly;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    impl ::callsheet::Streams for Rows {
        type Event = ::callsheet::Json;
        const STREAM: &'static __rt::Operation = &OPERATION;
    }
};
/// A `Event` object.
#[non_exhaustive]
pub struct Event {
    /// `type`
    pub r#type: ::callsheet::__private::String,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Event",
        &[__rt::Field::required("type", "type")],
    );
    __rt::object!(SCHEMA, Event[] { r#type } extra);
    __rt::data!(Event[] { r#type } extra);
};
/// What `ask` answers.
#[non_exhaustive]
pub struct AskResponse {
    /// `answer`
    pub answer: ::callsheet::__private::String,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "AskResponse",
        &[__rt::Field::required("answer", "answer")],
    );
    __rt::object!(SCHEMA, AskResponse[] { answer } extra);
    __rt::data!(AskResponse[] { answer } extra);
};
/// An event of what `ask` answers.
#[non_exhaustive]
pub struct AskEvent {
    /// `part`
    pub part: ::callsheet::__private::String,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "AskEvent",
        &[__rt::Field::required("part", "part")],
    );
    __rt::object!(SCHEMA, AskEvent[] { part } extra);
    __rt::data!(AskEvent[] { part } extra);
};
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    const _: () = {
        use ::callsheet::__private::keywords;
        const _: (
            keywords::item::api,
            keywords::api::server,
            keywords::api::auth,
            keywords::scheme::bearer,
            keywords::item::GET,
            keywords::section::query,
            keywords::attribute::sse,
            keywords::encoding::sse,
            keywords::item::POST,
            keywords::section::body,
            keywords::attribute::when,
            keywords::encoding::sse,
            keywords::item::GET,
            keywords::encoding::ndjson,
            keywords::item::r#struct,
        ) = loop {};
    };
};
