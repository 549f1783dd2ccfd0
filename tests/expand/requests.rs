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
            options: ::core::default::Default::default(),
        }
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
        failures: &[],
    };
    impl ::callsheet::Api for Acme {
        const SPEC: &'static __rt::Spec = &SPEC;
        type Failure = Failure;
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
    pub fn send(self) -> ::callsheet::__private::Sending<R::Response, Failure> {
        ::callsheet::__private::send(self.client, &self.request, &self.options)
    }
    /// Sends the request, and returns status, headers and request id beside the value.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    pub fn send_with_meta(
        self,
    ) -> ::callsheet::__private::SendingWithMeta<R::Response, Failure> {
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
        ::callsheet::__private::to_http(self.client, &self.request, &self.options)
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
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
pub enum Failure {
    /// A code or status that the spec does not know, with the body as it came.
    Unknown(::callsheet::UnknownFailure),
}
const _: () = {
    use ::callsheet::__private as __rt;
    impl ::callsheet::Failure for Failure {
        fn blank(__variant: ::core::primitive::usize) -> ::core::option::Option<Self> {
            ::core::option::Option::None
        }
        fn payload_mut(&mut self) -> ::core::option::Option<&mut dyn __rt::Value> {
            match self {
                Self::Unknown(_) => ::core::option::Option::None,
            }
        }
        fn unknown(failure: ::callsheet::UnknownFailure) -> Self {
            Self::Unknown(failure)
        }
    }
};
/// The request of `GET /v1/ping`.
#[non_exhaustive]
pub struct Ping {}
impl Ping {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {}
    }
    /// Makes the HTTP request that a client would send, credentials included, without
    /// sending it.
    ///
    /// # Errors
    /// If the request breaks a rule of the spec or has no credentials.
    pub fn to_http(
        &self,
        client: &Acme,
    ) -> ::core::result::Result<
        ::callsheet::http::Request<::callsheet::bytes::Bytes>,
        Error,
    > {
        ::callsheet::__private::to_http(
            ::callsheet::Api::as_client(client),
            self,
            &::core::default::Default::default(),
        )
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Ping",
        fields: &[],
    };
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
        __rt::Idempotency::Safe,
    );
    impl __rt::Object for Ping {
        fn schema(&self) -> &'static __rt::Schema {
            &SCHEMA
        }
        fn get(
            &self,
            __index: ::core::primitive::usize,
        ) -> ::core::option::Option<&dyn __rt::Value> {
            ::core::option::Option::None
        }
        fn get_mut(
            &mut self,
            __index: ::core::primitive::usize,
        ) -> ::core::option::Option<&mut dyn __rt::Value> {
            ::core::option::Option::None
        }
    }
    impl ::callsheet::Endpoint for Ping {
        type Api = Acme;
        type Response = ();
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Ping {
        #[inline]
        fn clone(&self) -> Self {
            Self {}
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Ping {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Ping {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
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
        /// Makes the HTTP request that a client would send, credentials included, without
        /// sending it.
        ///
        /// # Errors
        /// If the request breaks a rule of the spec or has no credentials.
        pub fn to_http(
            &self,
            client: &super::Acme,
        ) -> ::core::result::Result<
            ::callsheet::http::Request<::callsheet::bytes::Bytes>,
            super::Error,
        > {
            ::callsheet::__private::to_http(
                ::callsheet::Api::as_client(client),
                self,
                &::core::default::Default::default(),
            )
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
        static SCHEMA: __rt::Schema = __rt::Schema {
            name: "Update",
            fields: &[
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
                __rt::Field::constant("X-Version", __rt::Constant::Text("2"))
                    .at(__rt::Place::Header),
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
        };
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
                __rt::Idempotency::Unsafe,
            )
            .body(__rt::BodyKind::Fields);
        impl __rt::Object for Update {
            fn schema(&self) -> &'static __rt::Schema {
                &SCHEMA
            }
            fn get(
                &self,
                __index: ::core::primitive::usize,
            ) -> ::core::option::Option<&dyn __rt::Value> {
                ::core::option::Option::Some(
                    match __index {
                        0 => &self.id,
                        1 => &self.dry_run,
                        2 => &self.tags,
                        4 => &self.name,
                        5 => &self.note,
                        6 => &self.parts,
                        _ => return ::core::option::Option::None,
                    },
                )
            }
            fn get_mut(
                &mut self,
                __index: ::core::primitive::usize,
            ) -> ::core::option::Option<&mut dyn __rt::Value> {
                ::core::option::Option::Some(
                    match __index {
                        0 => &mut self.id,
                        1 => &mut self.dry_run,
                        2 => &mut self.tags,
                        4 => &mut self.name,
                        5 => &mut self.note,
                        6 => &mut self.parts,
                        _ => return ::core::option::Option::None,
                    },
                )
            }
        }
        impl ::callsheet::Endpoint for Update {
            type Api = super::Acme;
            type Response = Thing;
            const OPERATION: &'static __rt::Operation = &OPERATION;
        }
        #[automatically_derived]
        impl ::core::clone::Clone for Update {
            #[inline]
            fn clone(&self) -> Self {
                Self {
                    id: ::core::clone::Clone::clone(&self.id),
                    dry_run: ::core::clone::Clone::clone(&self.dry_run),
                    tags: ::core::clone::Clone::clone(&self.tags),
                    name: ::core::clone::Clone::clone(&self.name),
                    note: ::core::clone::Clone::clone(&self.note),
                    parts: ::core::clone::Clone::clone(&self.parts),
                }
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for Update {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::debug(self, f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for Update {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                __rt::equal(self, other)
            }
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
        static SCHEMA: __rt::Schema = __rt::Schema {
            name: "Thing",
            fields: &[__rt::Field::required("name", "name")],
        };
        impl __rt::Object for Thing {
            fn schema(&self) -> &'static __rt::Schema {
                &SCHEMA
            }
            fn get(
                &self,
                __index: ::core::primitive::usize,
            ) -> ::core::option::Option<&dyn __rt::Value> {
                ::core::option::Option::Some(
                    match __index {
                        0 => &self.name,
                        _ => return ::core::option::Option::None,
                    },
                )
            }
            fn get_mut(
                &mut self,
                __index: ::core::primitive::usize,
            ) -> ::core::option::Option<&mut dyn __rt::Value> {
                ::core::option::Option::Some(
                    match __index {
                        0 => &mut self.name,
                        _ => return ::core::option::Option::None,
                    },
                )
            }
            fn extra(&self) -> ::core::option::Option<&::callsheet::Extra> {
                ::core::option::Option::Some(&self.extra)
            }
            fn extra_mut(&mut self) -> ::core::option::Option<&mut ::callsheet::Extra> {
                ::core::option::Option::Some(&mut self.extra)
            }
        }
        impl __rt::Value for Thing {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Object(self)
            }
            fn slot(&mut self) -> __rt::Slot<'_> {
                __rt::Slot::Object(self)
            }
            fn blank() -> Self {
                Self {
                    name: __rt::Value::blank(),
                    extra: ::core::default::Default::default(),
                }
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for Thing {
            #[inline]
            fn clone(&self) -> Self {
                Self {
                    name: ::core::clone::Clone::clone(&self.name),
                    extra: ::core::clone::Clone::clone(&self.extra),
                }
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for Thing {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::debug(self, f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for Thing {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                __rt::equal(self, other)
            }
        }
        impl __rt::Serialize for Thing {
            fn serialize<S: __rt::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                __rt::serialize(self, serializer)
            }
        }
        impl<'de> __rt::Deserialize<'de> for Thing {
            fn deserialize<D: __rt::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                __rt::deserialize(deserializer)
            }
        }
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
        static SCHEMA: __rt::Schema = __rt::Schema {
            name: "Part",
            fields: &[
                __rt::Field::required("size", "size"),
                __rt::Field::optional("color", "color"),
            ],
        };
        impl __rt::Object for Part {
            fn schema(&self) -> &'static __rt::Schema {
                &SCHEMA
            }
            fn get(
                &self,
                __index: ::core::primitive::usize,
            ) -> ::core::option::Option<&dyn __rt::Value> {
                ::core::option::Option::Some(
                    match __index {
                        0 => &self.size,
                        1 => &self.color,
                        _ => return ::core::option::Option::None,
                    },
                )
            }
            fn get_mut(
                &mut self,
                __index: ::core::primitive::usize,
            ) -> ::core::option::Option<&mut dyn __rt::Value> {
                ::core::option::Option::Some(
                    match __index {
                        0 => &mut self.size,
                        1 => &mut self.color,
                        _ => return ::core::option::Option::None,
                    },
                )
            }
            fn extra(&self) -> ::core::option::Option<&::callsheet::Extra> {
                ::core::option::Option::Some(&self.extra)
            }
            fn extra_mut(&mut self) -> ::core::option::Option<&mut ::callsheet::Extra> {
                ::core::option::Option::Some(&mut self.extra)
            }
        }
        impl __rt::Value for Part {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Object(self)
            }
            fn slot(&mut self) -> __rt::Slot<'_> {
                __rt::Slot::Object(self)
            }
            fn blank() -> Self {
                Self {
                    size: __rt::Value::blank(),
                    color: __rt::Value::blank(),
                    extra: ::core::default::Default::default(),
                }
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for Part {
            #[inline]
            fn clone(&self) -> Self {
                Self {
                    size: ::core::clone::Clone::clone(&self.size),
                    color: ::core::clone::Clone::clone(&self.color),
                    extra: ::core::clone::Clone::clone(&self.extra),
                }
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for Part {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::debug(self, f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for Part {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                __rt::equal(self, other)
            }
        }
        impl __rt::Serialize for Part {
            fn serialize<S: __rt::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                __rt::serialize(self, serializer)
            }
        }
        impl<'de> __rt::Deserialize<'de> for Part {
            fn deserialize<D: __rt::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                __rt::deserialize(deserializer)
            }
        }
    };
}
