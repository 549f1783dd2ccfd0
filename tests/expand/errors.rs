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
    /// `GET /things/{id}`
    ///
    /// A success is 200: [`FindResponse`].
    ///
    /// # Errors
    /// - 404 [`NotFound`](Failure::NotFound): There is no such thing.
    /// - 409 [`Conflict`](Failure::Conflict)
    /// - 429 [`RateLimited`](Failure::RateLimited): Too many calls.
    /// - 5xx [`Status5xx`](Failure::Status5xx)
    pub fn find(&self, id: ::core::primitive::u64) -> Call<'_, Find> {
        self.call(Find::new(id))
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
            code: &["error", "type"],
            message: &["error", "message"],
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
        failures: &[
            __rt::FailureCase {
                status: __rt::StatusMatch::Code(429),
                code: ::core::option::Option::Some("rate_limited"),
                variant: 0,
            },
            __rt::FailureCase {
                status: __rt::StatusMatch::Class(5),
                code: ::core::option::Option::None,
                variant: 1,
            },
            __rt::FailureCase {
                status: __rt::StatusMatch::Code(404),
                code: ::core::option::Option::Some("not_found"),
                variant: 2,
            },
            __rt::FailureCase {
                status: __rt::StatusMatch::Code(409),
                code: ::core::option::Option::Some("conflict"),
                variant: 3,
            },
        ],
    };
    impl ::callsheet::Api for Acme {
        const SPEC: &'static __rt::Spec = &SPEC;
        type Failure = Failure;
        type Envelope = Envelope;
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
    /// Too many calls.
    ///
    /// 429 `rate_limited`
    RateLimited(Envelope),
    /// Status 5xx.
    Status5xx(Envelope),
    /// There is no such thing.
    ///
    /// 404 `not_found`
    NotFound(Envelope),
    /// 409 `conflict`
    Conflict(Conflict),
    /// A code or status that the spec does not know, with the body as it came.
    Unknown(::callsheet::UnknownFailure),
}
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::failure!(
        Failure { RateLimited = 0, Status5xx = 1, NotFound = 2, Conflict = 3 }
    );
};
/// The request of `GET /things/{id}`.
#[non_exhaustive]
pub struct Find {
    /// `id`
    pub id: ::core::primitive::u64,
}
impl Find {
    /// With what every such request needs.
    pub fn new(id: ::core::primitive::u64) -> Self {
        Self { id }
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Find",
        &[__rt::Field::required("id", "id").at(__rt::Place::Path)],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
        "find",
        __rt::Method::GET,
        "/things/{id}",
        &[__rt::PathPart::Text("/things/"), __rt::PathPart::Field(0)],
        &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Json,
            },
        ],
        __rt::Attempts::SAFE,
    );
    __rt::object!(SCHEMA, Find[] { id });
    impl ::callsheet::Endpoint for Find {
        type Api = Acme;
        type Response = FindResponse;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// A `Envelope` object.
#[non_exhaustive]
pub struct Envelope {
    /// `error`
    pub error: Detail,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Envelope",
        &[__rt::Field::required("error", "error")],
    );
    __rt::object!(SCHEMA, Envelope[] { error } extra);
    __rt::data!(Envelope[] { error } extra);
};
/// A `Detail` object.
#[non_exhaustive]
pub struct Detail {
    /// `type`
    pub r#type: ::callsheet::__private::String,
    /// `message`
    pub message: ::callsheet::__private::String,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Detail",
        &[
            __rt::Field::required("type", "type"),
            __rt::Field::required("message", "message"),
        ],
    );
    __rt::object!(SCHEMA, Detail[] { r#type, message } extra);
    __rt::data!(Detail[] { r#type, message } extra);
};
/// A `Conflict` object.
#[non_exhaustive]
pub struct Conflict {
    /// `current`
    pub current: ::core::primitive::u64,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Conflict",
        &[__rt::Field::required("current", "current")],
    );
    __rt::object!(SCHEMA, Conflict[] { current } extra);
    __rt::data!(Conflict[] { current } extra);
};
/// What `find` answers.
#[non_exhaustive]
pub struct FindResponse {
    /// `name`
    pub name: ::callsheet::__private::String,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "FindResponse",
        &[__rt::Field::required("name", "name")],
    );
    __rt::object!(SCHEMA, FindResponse[] { name } extra);
    __rt::data!(FindResponse[] { name } extra);
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
            keywords::api::errors,
            keywords::attribute::error,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::item::GET,
            keywords::section::errors,
            keywords::item::r#struct,
        ) = loop {};
    };
};
