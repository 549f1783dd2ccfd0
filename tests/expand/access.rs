/// A client of the Acme API. Cheap to clone.
pub struct Acme {
    client: ::callsheet::__private::Client,
}
impl Acme {
    /// The base URL of the `uploads` server.
    pub const UPLOADS: &'static ::core::primitive::str = "https://uploads.acme.example";
    /// Builds a client with the settings of the environment.
    ///
    /// The key of `key` is read from `ACME_KEY`. The client's id and secret of `oauth` are read from `ACME_ID` and `ACME_SECRET`. Without credentials the client builds, and the first call that needs them says so.
    ///
    /// # Errors
    /// If a setting is malformed.
    pub fn from_env() -> ::core::result::Result<Self, ::callsheet::BuildError> {
        ::callsheet::Builder::from_env().build()
    }
    /// Builds a client with settings of your own.
    ///
    /// Auth schemes:
    ///
    /// - `key`: a key in the header `X-Api-Key`
    /// - `oauth`: a token for client credentials
    ///
    /// Variables of servers:
    ///
    /// - `region` in `https://{region}.acme.example`: `eu` by default
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
    /// `GET /v1/ping`
    ///
    /// A success is 204, and holds nothing.
    ///
    /// It needs no credentials.
    pub fn ping(&self) -> Call<'_, Ping> {
        self.call(Ping::new())
    }
    /// `POST /upload`
    ///
    /// A success is 204, and holds nothing.
    ///
    /// It needs the credentials of `key` and `oauth` (scope `write`), or of `key`.
    pub fn upload(&self) -> Call<'_, Upload> {
        self.call(Upload::new())
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SPEC: __rt::Spec = __rt::Spec {
        name: "Acme",
        servers: &[
            __rt::Server {
                name: "regional",
                url: "https://{region}.acme.example",
                replaces: 0,
                prefix: ::core::option::Option::Some("/v1"),
                variables: &[
                    __rt::Variable {
                        name: "region",
                        default: ::core::option::Option::Some("eu"),
                        values: &[],
                        checks: &[],
                    },
                ],
            },
            __rt::Server {
                name: "uploads",
                url: "https://uploads.acme.example",
                replaces: 1,
                prefix: ::core::option::Option::None,
                variables: &[],
            },
        ],
        auth: &[
            __rt::AuthScheme {
                name: "key",
                kind: __rt::AuthKind::Header("X-Api-Key"),
                env: &["ACME_KEY"],
            },
            __rt::AuthScheme {
                name: "oauth",
                kind: __rt::AuthKind::OAuth2 {
                    token_url: "https://auth.acme.example/token",
                    in_body: false,
                },
                env: &["ACME_ID", "ACME_SECRET"],
            },
        ],
        need: &[
            &[
                __rt::AuthUse {
                    scheme: 0,
                    scopes: &[],
                },
            ],
            &[
                __rt::AuthUse {
                    scheme: 1,
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
/// The request of `GET /v1/ping`.
#[non_exhaustive]
pub struct Ping {}
impl Ping {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {}
    }
}
#[automatically_derived]
impl ::core::default::Default for Ping {
    fn default() -> Self {
        Self::new()
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new("Ping", &[]);
    static OPERATION: __rt::Operation = __rt::Operation::new(
            "ping",
            __rt::Method::GET,
            "/v1/ping",
            &[__rt::PathPart::Text("/ping")],
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(204),
                    content: __rt::Content::Empty,
                },
            ],
            __rt::Attempts::SAFE,
        )
        .need(&[]);
    __rt::object!(SCHEMA, Ping[] {});
    impl ::callsheet::Endpoint for Ping {
        type Api = Acme;
        type Response = ();
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// The request of `POST /upload`.
#[non_exhaustive]
pub struct Upload {}
impl Upload {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {}
    }
}
#[automatically_derived]
impl ::core::default::Default for Upload {
    fn default() -> Self {
        Self::new()
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new("Upload", &[]);
    static OPERATION: __rt::Operation = __rt::Operation::new(
            "upload",
            __rt::Method::POST,
            "/upload",
            &[__rt::PathPart::Text("/upload")],
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(204),
                    content: __rt::Content::Empty,
                },
            ],
            __rt::Attempts::UNSAFE,
        )
        .server(1)
        .need(
            &[
                &[
                    __rt::AuthUse {
                        scheme: 0,
                        scopes: &[],
                    },
                    __rt::AuthUse {
                        scheme: 1,
                        scopes: &["write"],
                    },
                ],
                &[
                    __rt::AuthUse {
                        scheme: 0,
                        scopes: &[],
                    },
                ],
            ],
        );
    __rt::object!(SCHEMA, Upload[] {});
    impl ::callsheet::Endpoint for Upload {
        type Api = Acme;
        type Response = ();
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
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
            keywords::scheme::header,
            keywords::api::auth,
            keywords::scheme::oauth2,
            keywords::item::GET,
            keywords::section::auth,
            keywords::item::POST,
            keywords::section::server,
            keywords::section::auth,
        ) = loop {};
    };
};
