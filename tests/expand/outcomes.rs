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
    /// `PUT /jobs/{id}`
    ///
    /// A success is one of these:
    /// - 200 (It was there already): [`Job`].
    /// - 201: [`Job`], with headers.
    /// - 204, and holds nothing.
    pub fn put(
        &self,
        id: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Call<'_, Put> {
        self.call(Put::new(id))
    }
    /// `GET /report`
    ///
    /// A success is 200: [`Job`].
    ///
    /// `accept_csv()` before `send()` asks for `text/csv`.
    pub fn report(&self) -> Call<'_, Report> {
        self.call(Report::new())
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SPEC: __rt::Spec = __rt::Spec {
        name: "Acme",
        servers: &[
            __rt::Server {
                name: "",
                url: "https://api.acme.com",
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
/// The request of `PUT /jobs/{id}`.
#[non_exhaustive]
pub struct Put {
    /// `id`
    pub id: ::callsheet::__private::String,
}
impl Put {
    /// With what every such request needs.
    pub fn new(id: impl ::core::convert::Into<::callsheet::__private::String>) -> Self {
        Self {
            id: ::core::convert::Into::into(id),
        }
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Put",
        &[__rt::Field::required("id", "id").at(__rt::Place::Path)],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "put",
        __rt::Method::PUT,
        "/jobs/{id}",
        &[__rt::PathPart::Text("/jobs/"), __rt::PathPart::Field(0)],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Outcome("Ok", &__rt::Content::Json),
            },
            __rt::Response {
                status: __rt::StatusMatch::Code(201),
                content: __rt::Content::Outcome(
                    "Created",
                    &__rt::Content::Headed(&__rt::Content::Json),
                ),
            },
            __rt::Response {
                status: __rt::StatusMatch::Code(204),
                content: __rt::Content::Outcome("NoContent", &__rt::Content::Empty),
            },
        ],
        __rt::Attempts::IDEMPOTENT,
    );
    __rt::object!(SCHEMA, Put[] { id });
    impl ::callsheet::Endpoint for Put {
        type Api = Acme;
        type Response = PutOutcome;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// The request of `GET /report`.
#[non_exhaustive]
pub struct Report {
    /// `part`
    pub part: ::core::option::Option<::core::primitive::u8>,
}
impl Report {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {
            part: ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::core::default::Default for Report {
    fn default() -> Self {
        Self::new()
    }
}
impl Call<'_, Report> {
    /// `part`
    pub fn part(mut self, part: ::core::primitive::u8) -> Self {
        self.request.part = ::core::option::Option::Some(part);
        self
    }
}
/// [`Report`] that asks for `text/csv`.
pub struct ReportCsv(Report);
impl<'c> Call<'c, Report> {
    /// Asks for `text/csv` (the header `Accept`).
    ///
    /// What is optional in the request is set before that.
    pub fn accept_csv(self) -> Call<'c, ReportCsv> {
        Call {
            client: self.client,
            request: ReportCsv(self.request),
            options: self.options,
        }
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Report",
        &[__rt::Field::optional("part", "part").at(__rt::Place::Query)],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "report",
        __rt::Method::GET,
        "/report",
        &[__rt::PathPart::Text("/report")],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Json,
            },
        ],
        __rt::Attempts::SAFE,
    );
    __rt::object!(SCHEMA, Report[] { part });
    impl ::callsheet::Endpoint for Report {
        type Api = Acme;
        type Response = Job;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    const _: () = {
        static OPERATION: __rt::Operation = __rt::Operation::new(
            "report",
            __rt::Method::GET,
            "/report",
            &[__rt::PathPart::Text("/report")],
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(200),
                    content: __rt::Content::Text("text/csv"),
                },
            ],
            __rt::Attempts::SAFE,
        );
        __rt::asking!(ReportCsv);
        impl ::callsheet::Endpoint for ReportCsv {
            type Api = Acme;
            type Response = ::callsheet::__private::String;
            const OPERATION: &'static __rt::Operation = &OPERATION;
        }
    };
};
/// A `Job` object.
#[non_exhaustive]
pub struct Job {
    /// `id`
    pub id: ::callsheet::__private::String,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Job",
        &[__rt::Field::required("id", "id")],
    );
    __rt::object!(SCHEMA, Job[] { id } extra);
    __rt::data!(Job[] { id } extra);
};
/// What `put` answers, with its headers.
#[non_exhaustive]
pub struct PutCreatedAnswer {
    /// What the body holds.
    pub body: Job,
    /// `Location`
    pub location: ::callsheet::__private::String,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "PutCreatedAnswer",
        &[
            __rt::Field::required("body", "body").at(__rt::Place::Payload),
            __rt::Field::required("Location", "location").at(__rt::Place::Header),
        ],
    );
    __rt::object!(SCHEMA, PutCreatedAnswer[] { body, location });
    __rt::data!(PutCreatedAnswer[] { body, location });
};
/// What `put` answers: the status says which.
#[non_exhaustive]
pub enum PutOutcome {
    /// It was there already.
    Ok(Job),
    /// `201`
    Created(PutCreatedAnswer),
    /// `204`
    NoContent,
}
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::outcome!(
        PutOutcome { Ok = "Ok", Created = "Created" } { NoContent = "NoContent" }
    );
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
            keywords::item::PUT,
            keywords::item::GET,
            keywords::section::query,
            keywords::encoding::text,
        ) = loop {};
    };
};
