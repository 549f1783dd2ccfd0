/// A client of the Structs API. Cheap to clone.
pub struct Structs {
    client: ::callsheet::__private::Client,
}
impl Structs {
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
    /// `PUT /items`
    ///
    /// A success is 200: [`Page`] of [`Place`].
    pub fn put(&self, body: Page<Item>) -> Call<'_, Put> {
        self.call(Put::new(body))
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SPEC: __rt::Spec = __rt::Spec {
        name: "Structs",
        servers: &[
            __rt::Server {
                name: "",
                url: "https://api.example.com",
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
    impl ::callsheet::Api for Structs {
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
    impl ::core::clone::Clone for Structs {
        fn clone(&self) -> Self {
            Self {
                client: ::core::clone::Clone::clone(&self.client),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Structs {
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
impl<R: ::callsheet::Endpoint<Api = Structs>> Call<'_, R> {
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
/// The request of `PUT /items`.
#[non_exhaustive]
pub struct Put {
    /// `body`
    pub body: Page<Item>,
}
impl Put {
    /// With what every such request needs.
    pub fn new(body: Page<Item>) -> Self {
        Self { body }
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Put",
        &[__rt::Field::required("body", "body").at(__rt::Place::Payload)],
    );
    static OPERATION: __rt::Operation = __rt::Operation::new(
            "put",
            __rt::Method::PUT,
            "/items",
            &[__rt::PathPart::Text("/items")],
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(200),
                    content: __rt::Content::Json,
                },
            ],
            __rt::Attempts::IDEMPOTENT,
        )
        .body(__rt::BodyKind::Payload(0));
    __rt::object!(SCHEMA, Put[] { body });
    impl ::callsheet::Endpoint for Put {
        type Api = Structs;
        type Response = Page<Place>;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// A `Page` object.
#[non_exhaustive]
pub struct Page<T> {
    /// `data`
    pub data: ::callsheet::__private::Vec<T>,
    /// `next`
    pub next: ::core::option::Option<::callsheet::__private::String>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
impl<T> Page<T> {
    /// With its required fields.
    pub fn new(data: impl ::core::iter::IntoIterator<Item = T>) -> Self {
        Self {
            data: ::callsheet::__private::list(data),
            next: ::core::option::Option::None,
            extra: ::core::default::Default::default(),
        }
    }
    /// `next`
    pub fn next(
        mut self,
        next: impl ::core::convert::Into<::callsheet::__private::String>,
    ) -> Self {
        self.next = ::core::option::Option::Some(::core::convert::Into::into(next));
        self
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Page",
        &[__rt::Field::required("data", "data"), __rt::Field::optional("next", "next")],
    );
    __rt::object!(SCHEMA, Page[T] { data, next } extra);
    __rt::data!(Page[T] { data, next } extra);
};
/// A `Item` object.
#[non_exhaustive]
pub struct Item {
    /// `id`
    pub id: ::callsheet::Uuid,
    /// `on`
    pub on: ::core::option::Option<::callsheet::Date>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
impl Item {
    /// With its required fields.
    pub fn new(id: impl ::core::convert::Into<::callsheet::Uuid>) -> Self {
        Self {
            id: ::core::convert::Into::into(id),
            on: ::core::option::Option::None,
            extra: ::core::default::Default::default(),
        }
    }
    /// `on`
    pub fn on(mut self, on: impl ::core::convert::Into<::callsheet::Date>) -> Self {
        self.on = ::core::option::Option::Some(::core::convert::Into::into(on));
        self
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Item",
        &[__rt::Field::required("id", "id"), __rt::Field::optional("on", "on")],
    );
    __rt::object!(SCHEMA, Item[] { id, on } extra);
    __rt::data!(Item[] { id, on } extra);
};
/// What all have.
#[non_exhaustive]
pub struct Base {
    /// When it was made.
    pub made: ::callsheet::UnixTime,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Base",
        &[__rt::Field::required("made", "made")],
    );
    __rt::object!(SCHEMA, Base[] { made } extra);
    __rt::data!(Base[] { made } extra);
};
/// A `Place` object.
#[non_exhaustive]
pub struct Place {
    /// When it was made.
    pub made: ::callsheet::UnixTime,
    /// Longitude and latitude.
    pub at: (::core::primitive::f64, ::core::primitive::f64),
    /// `address`
    ///
    /// One of `name`, `street` with `number`.
    pub address: ::core::option::Option<PlaceAddress>,
    /// Notes by language.
    pub extra: ::callsheet::__private::Map<
        ::callsheet::__private::String,
        ::callsheet::__private::String,
    >,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
            "Place",
            &[
                __rt::Field::required("made", "made"),
                __rt::Field::required("at", "at")
                    .checks(
                        &[
                            __rt::Check::Elements(
                                &[
                                    &[],
                                    &[
                                        __rt::Check::Float {
                                            min: -90f64,
                                            max: 90f64,
                                            open: false,
                                        },
                                    ],
                                ],
                            ),
                        ],
                    ),
                __rt::Field::optional("address", "address")
                    .groups(<PlaceAddress as __rt::Choice>::GROUPS),
            ],
        )
        .rest(
            __rt::Place::Body,
            &[
                __rt::Check::Each(
                    &[
                        __rt::Check::Length {
                            min: 1,
                            max: 18446744073709551615,
                        },
                    ],
                ),
            ],
        );
    __rt::object!(SCHEMA, Place[] { made, at, address } extra);
    __rt::data!(Place[] { made, at, address } extra);
};
/// The choice `address` of `Place`.
#[non_exhaustive]
pub enum PlaceAddress {
    /// `name`
    Name(::callsheet::__private::String),
    /// `street` and what goes with it.
    Street {
        /// `street`
        street: ::callsheet::__private::String,
        /// `number`
        number: ::core::option::Option<::core::primitive::u16>,
    },
}
const _: () = {
    use ::callsheet::__private as __rt;
    static GROUP_0: __rt::Schema = __rt::Schema::new(
        "PlaceAddress::Name",
        &[__rt::Field::required("name", "name")],
    );
    static GROUP_1: __rt::Schema = __rt::Schema::new(
        "PlaceAddress::Street",
        &[
            __rt::Field::required("street", "street"),
            __rt::Field::optional("number", "number"),
        ],
    );
    __rt::choice!(
        PlaceAddress = Name { 0 } { 0 Name = GROUP_0 { 0 : f0 }, 1 Street = GROUP_1 {
        street : f0, number : f1 } }
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
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::item::PUT,
            keywords::section::body,
        ) = loop {};
    };
};
