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
    /// Lists the jobs.
    ///
    /// `GET /jobs`
    ///
    /// A success is 200: [`Page`].
    ///
    /// `pages()` and `items()` in place of `send()` go through this page and all after it.
    pub fn list(&self) -> Call<'_, List> {
        self.call(List::new())
    }
    /// Starts a job.
    ///
    /// `POST /jobs`
    ///
    /// A success is 202: [`Job`].
    ///
    /// `wait(limit)` in place of `send()` asks `GET /jobs/{id}` until `state` is `done`, and fails when `state` is `failed`.
    pub fn start(&self) -> Call<'_, Start> {
        self.call(Start::new())
    }
    /// `GET /jobs/{id}`
    ///
    /// A success is 200: [`Job`].
    pub fn get(
        &self,
        id: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Call<'_, Get> {
        self.call(Get::new(id))
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
impl<R: ::callsheet::Paged<Api = Acme>> Call<'_, R> {
    /// The pages from here on, each asked for when it is waited for.
    pub fn pages(self) -> ::callsheet::Pages<R, Failure> {
        ::callsheet::__private::pages(self.client, self.request, self.options)
    }
    /// The items of the pages from here on.
    pub fn items(self) -> ::callsheet::Items<R, Failure> {
        ::callsheet::__private::items(self.client, self.request, self.options)
    }
}
impl<R: ::callsheet::Waits<Api = Acme>> Call<'_, R> {
    /// Sends the request, and asks again and again until what it starts has ended, but not
    /// longer than `limit`.
    ///
    /// # Errors
    /// Those of [`send`](Self::send), for any of the calls; a failure of what was started
    /// or a reached limit, with the last state in [`Error::state`].
    pub fn wait(
        self,
        limit: ::core::time::Duration,
    ) -> ::callsheet::Waiting<R::Response, Failure> {
        ::callsheet::__private::wait(self.client, self.request, self.options, limit)
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
/// The request of `GET /jobs`.
#[non_exhaustive]
pub struct List {
    /// `after`
    pub after: ::core::option::Option<::callsheet::__private::String>,
}
impl List {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {
            after: ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
impl ::core::default::Default for List {
    fn default() -> Self {
        Self::new()
    }
}
impl Call<'_, List> {
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
        "List",
        &[__rt::Field::optional("after", "after").at(__rt::Place::Query)],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "list",
        __rt::Method::GET,
        "/jobs",
        &[__rt::PathPart::Text("/jobs")],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Json,
            },
        ],
        __rt::Attempts::SAFE,
    );
    __rt::object!(SCHEMA, List[] { after });
    impl ::callsheet::Endpoint for List {
        type Api = Acme;
        type Response = Page;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    static PAGING: __rt::Paging = __rt::Paging {
        items: &["data", "rows"],
        more: &["more"],
        step: __rt::PageStep::Cursor {
            field: 0,
            group: ::core::option::Option::None,
            from: &["next"],
        },
    };
    impl ::callsheet::Paged for List {
        type Item = Job;
        const PAGING: &'static __rt::Paging = &PAGING;
        fn items(page: Self::Response) -> ::core::option::Option<__rt::Vec<Job>> {
            ::core::option::Option::Some(page.data?.rows)
        }
    }
};
/// The request of `POST /jobs`.
#[non_exhaustive]
pub struct Start {}
impl Start {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {}
    }
}
#[automatically_derived]
impl ::core::default::Default for Start {
    fn default() -> Self {
        Self::new()
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new("Start", &[]);
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "start",
        __rt::Method::POST,
        "/jobs",
        &[__rt::PathPart::Text("/jobs")],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(202),
                content: __rt::Content::Json,
            },
        ],
        __rt::Attempts::UNSAFE,
    );
    __rt::object!(SCHEMA, Start[] {});
    impl ::callsheet::Endpoint for Start {
        type Api = Acme;
        type Response = Job;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    static WAIT: __rt::Wait = __rt::Wait {
        done: __rt::Condition {
            path: &["state"],
            values: &["done"],
        },
        failed: ::core::option::Option::Some(__rt::Condition {
            path: &["state"],
            values: &["failed"],
        }),
        every: 2000,
        fills: &[(0, __rt::Source::Response("id"))],
    };
    impl ::callsheet::Waits for Start {
        type Poll = Get;
        const WAIT: &'static __rt::Wait = &WAIT;
        fn poll() -> Self::Poll {
            Get { id: __rt::blank() }
        }
    }
};
/// The request of `GET /jobs/{id}`.
#[non_exhaustive]
pub struct Get {
    /// `id`
    pub id: ::callsheet::__private::String,
}
impl Get {
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
        "Get",
        &[__rt::Field::required("id", "id").at(__rt::Place::Path)],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "get",
        __rt::Method::GET,
        "/jobs/{id}",
        &[__rt::PathPart::Text("/jobs/"), __rt::PathPart::Field(0)],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Json,
            },
        ],
        __rt::Attempts::SAFE,
    );
    __rt::object!(SCHEMA, Get[] { id });
    impl ::callsheet::Endpoint for Get {
        type Api = Acme;
        type Response = Job;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// A `Job` object.
#[non_exhaustive]
pub struct Job {
    /// `id`
    pub id: ::callsheet::__private::String,
    /// `state`
    pub state: State,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Job",
        &[__rt::Field::required("id", "id"), __rt::Field::required("state", "state")],
    );
    __rt::object!(SCHEMA, Job[] { id, state } extra);
    __rt::data!(Job[] { id, state } extra);
};
/// A value of `State`.
#[non_exhaustive]
pub enum State {
    /// `running`
    Running,
    /// `done`
    Done,
    /// `failed`
    Failed,
    /// A value that the spec does not know, exactly as it came.
    Unknown(::callsheet::__private::String),
}
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::open_enum!(State { Running = "running", Done = "done", Failed = "failed" });
};
/// A `Page` object.
#[non_exhaustive]
pub struct Page {
    /// `data`
    pub data: ::core::option::Option<Rows>,
    /// `next`
    pub next: ::core::option::Option<::callsheet::__private::String>,
    /// `more`
    pub more: ::core::primitive::bool,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Page",
        &[
            __rt::Field::optional("data", "data"),
            __rt::Field::nullable("next", "next"),
            __rt::Field::required("more", "more"),
        ],
    );
    __rt::object!(SCHEMA, Page[] { data, next, more } extra);
    __rt::data!(Page[] { data, next, more } extra);
};
/// A `Rows` object.
#[non_exhaustive]
pub struct Rows {
    /// `rows`
    pub rows: ::callsheet::__private::Vec<Job>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Rows",
        &[__rt::Field::required("rows", "rows")],
    );
    __rt::object!(SCHEMA, Rows[] { rows } extra);
    __rt::data!(Rows[] { rows } extra);
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
            keywords::item::r#enum,
            keywords::attribute::paginate,
            keywords::item::GET,
            keywords::section::query,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::attribute::wait,
            keywords::item::POST,
            keywords::item::GET,
        ) = loop {};
    };
};
