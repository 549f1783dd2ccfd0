/// A client of the Acme API. Cheap to clone.
pub struct Acme {
    client: ::callsheet::__private::Client,
}
impl Acme {
    /// The base URL of the `production` server.
    pub const PRODUCTION: &'static ::core::primitive::str = "https://api.acme.example";
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
    /// The endpoints of `things`.
    pub fn things(&self) -> things::Endpoints<'_> {
        things::Endpoints { client: self }
    }
    /// `GET /v1/ping`
    ///
    /// A success is 204, and holds nothing.
    pub fn ping(&self) -> Call<'_, Ping> {
        self.call(Ping::new())
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SPEC: __rt::Spec = __rt::Spec {
        name: "Acme",
        servers: &[
            __rt::Server {
                name: "production",
                url: "https://api.acme.example",
                replaces: 0,
                prefix: ::core::option::Option::Some("/v1"),
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
    );
    __rt::object!(SCHEMA, Ping[] {});
    impl ::callsheet::Endpoint for Ping {
        type Api = Acme;
        type Response = ();
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// Endpoints and types of `things`.
pub mod things {
    /// The endpoints of `things()`.
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct Endpoints<'c> {
        pub(super) client: &'c super::Acme,
    }
    impl<'c> Endpoints<'c> {
        /// Changes a thing.
        ///
        /// `Idempotency-Key`: New for each change.
        ///
        /// `PATCH /v1/things/{id}`
        ///
        /// A success is 200: [`Thing`].
        ///
        /// # Arguments
        /// - `id`: Length in `1..=64`.
        /// - `name`: Length in `1..=64`.
        pub fn update(
            &self,
            id: impl ::core::convert::Into<::callsheet::__private::String>,
            name: impl ::core::convert::Into<::callsheet::__private::String>,
        ) -> super::Call<'c, Update> {
            self.client.call(Update::new(id, name))
        }
    }
    /// The request of `PATCH /v1/things/{id}`.
    #[non_exhaustive]
    pub struct Update {
        /// `id`
        ///
        /// Length in `1..=64`.
        pub id: ::callsheet::__private::String,
        /// `dry_run`
        ///
        /// Default: `false`.
        pub dry_run: ::core::option::Option<::core::primitive::bool>,
        /// `tags[]`
        pub tags: ::core::option::Option<
            ::callsheet::__private::Vec<::callsheet::__private::String>,
        >,
        /// `name`
        ///
        /// Length in `1..=64`.
        pub name: ::callsheet::__private::String,
        /// `note`
        pub note: ::callsheet::Patch<::callsheet::__private::String>,
        /// `parts`
        pub parts: ::core::option::Option<::callsheet::__private::Vec<Part>>,
    }
    impl Update {
        /// With what every such request needs.
        pub fn new(
            id: impl ::core::convert::Into<::callsheet::__private::String>,
            name: impl ::core::convert::Into<::callsheet::__private::String>,
        ) -> Self {
            Self {
                id: ::core::convert::Into::into(id),
                dry_run: ::core::option::Option::None,
                tags: ::core::option::Option::None,
                name: ::core::convert::Into::into(name),
                note: ::callsheet::Patch::Absent,
                parts: ::core::option::Option::None,
            }
        }
    }
    impl super::Call<'_, Update> {
        /// `dry_run`
        ///
        /// Default: `false`.
        pub fn dry_run(mut self, dry_run: ::core::primitive::bool) -> Self {
            self.request.dry_run = ::core::option::Option::Some(dry_run);
            self
        }
        /// `tags[]`
        pub fn tags(
            mut self,
            tags: impl ::core::iter::IntoIterator<
                Item = impl ::core::convert::Into<::callsheet::__private::String>,
            >,
        ) -> Self {
            self.request.tags = ::core::option::Option::Some(
                ::callsheet::__private::list(tags),
            );
            self
        }
        /// `note`
        pub fn note(
            mut self,
            note: impl ::core::convert::Into<::callsheet::__private::String>,
        ) -> Self {
            self.request.note = ::callsheet::Patch::Set(
                ::core::convert::Into::into(note),
            );
            self
        }
        /// Sends `null` as `note`.
        pub fn note_null(mut self) -> Self {
            self.request.note = ::callsheet::Patch::Null;
            self
        }
        /// `parts`
        pub fn parts(
            mut self,
            parts: impl ::core::iter::IntoIterator<Item = Part>,
        ) -> Self {
            self.request.parts = ::core::option::Option::Some(
                ::callsheet::__private::list(parts),
            );
            self
        }
    }
    const _: () = {
        use ::callsheet::__private as __rt;
        static SCHEMA: __rt::Schema = __rt::Schema::new(
                "Update",
                &[
                    __rt::Field::required("id", "id")
                        .at(__rt::Place::Path)
                        .checks(
                            &[
                                __rt::Check::Length {
                                    min: 1,
                                    max: 64,
                                },
                            ],
                        ),
                    __rt::Field::optional("dry_run", "dry_run").at(__rt::Place::Query),
                    __rt::Field::optional("tags[]", "tags").at(__rt::Place::Query),
                    __rt::Field::required("name", "name")
                        .checks(
                            &[
                                __rt::Check::Length {
                                    min: 1,
                                    max: 64,
                                },
                            ],
                        ),
                    __rt::Field::patch("note", "note"),
                    __rt::Field::optional("parts", "parts"),
                ],
            )
            .constants(
                &[
                    __rt::FixedField::new("x-version", __rt::Constant::Text("2"))
                        .at(__rt::Place::Header),
                ],
            );
        static OPERATION: __rt::Operation = __rt::Operation::new(
                "things.update",
                __rt::Method::PATCH,
                "/v1/things/{id}",
                &[__rt::PathPart::Text("/things/"), __rt::PathPart::Field(0)],
                &[
                    __rt::Response {
                        status: __rt::StatusMatch::Code(200),
                        content: __rt::Content::Json,
                    },
                ],
                __rt::Attempts::keyed("idempotency-key")
                    .with(
                        __rt::AttemptRules::NONE
                            .max(5)
                            .on(
                                &[__rt::StatusMatch::Code(409), __rt::StatusMatch::Class(5)],
                            )
                            .timeout(30000),
                    ),
            )
            .body(__rt::BodyKind::Fields);
        __rt::object!(SCHEMA, Update[] { id, dry_run, tags, name, note, parts });
        impl ::callsheet::Endpoint for Update {
            type Api = super::Acme;
            type Response = Thing;
            const OPERATION: &'static __rt::Operation = &OPERATION;
        }
    };
    /// A `Thing` object.
    #[non_exhaustive]
    pub struct Thing {
        /// `name`
        pub name: ::callsheet::__private::String,
        /// Fields that the spec does not know, by name.
        pub extra: ::callsheet::Extra,
    }
    const _: () = {
        use ::callsheet::__private as __rt;
        static SCHEMA: __rt::Schema = __rt::Schema::new(
            "Thing",
            &[__rt::Field::required("name", "name")],
        );
        __rt::object!(SCHEMA, Thing[] { name } extra);
        __rt::data!(Thing[] { name } extra);
    };
    /// A `Part` object.
    #[non_exhaustive]
    pub struct Part {
        /// `size`
        pub size: ::core::primitive::u32,
        /// `color`
        pub color: ::core::option::Option<::callsheet::__private::String>,
        /// Fields that the spec does not know, by name.
        pub extra: ::callsheet::Extra,
    }
    impl Part {
        /// With its required fields.
        pub fn new(size: ::core::primitive::u32) -> Self {
            Self {
                size,
                color: ::core::option::Option::None,
                extra: ::core::default::Default::default(),
            }
        }
        /// `color`
        pub fn color(
            mut self,
            color: impl ::core::convert::Into<::callsheet::__private::String>,
        ) -> Self {
            self.color = ::core::option::Option::Some(
                ::core::convert::Into::into(color),
            );
            self
        }
    }
    const _: () = {
        use ::callsheet::__private as __rt;
        static SCHEMA: __rt::Schema = __rt::Schema::new(
            "Part",
            &[
                __rt::Field::required("size", "size"),
                __rt::Field::optional("color", "color"),
            ],
        );
        __rt::object!(SCHEMA, Part[] { size, color } extra);
        __rt::data!(Part[] { size, color } extra);
    };
}
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    const _: () = {
        use ::callsheet::__private::keywords;
        const _: (
            keywords::item::api,
            keywords::api::server,
            keywords::item::r#mod,
            keywords::attribute::retry,
            keywords::attribute::timeout,
            keywords::item::PATCH,
            keywords::section::query,
            keywords::section::header,
            keywords::attribute::idempotency_key,
            keywords::section::body,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::item::GET,
        ) = loop {};
    };
};
