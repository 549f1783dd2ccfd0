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
            options: ::core::default::Default::default(),
        }
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
    impl ::callsheet::Failure for Failure {
        fn blank(__variant: ::core::primitive::usize) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __variant {
                    0 => Self::RateLimited(__rt::Value::blank()),
                    1 => Self::Status5xx(__rt::Value::blank()),
                    2 => Self::NotFound(__rt::Value::blank()),
                    3 => Self::Conflict(__rt::Value::blank()),
                    _ => return ::core::option::Option::None,
                },
            )
        }
        fn payload_mut(&mut self) -> ::core::option::Option<&mut dyn __rt::Value> {
            match self {
                Self::RateLimited(payload) => ::core::option::Option::Some(payload),
                Self::Status5xx(payload) => ::core::option::Option::Some(payload),
                Self::NotFound(payload) => ::core::option::Option::Some(payload),
                Self::Conflict(payload) => ::core::option::Option::Some(payload),
                Self::Unknown(_) => ::core::option::Option::None,
            }
        }
        fn unknown(failure: ::callsheet::UnknownFailure) -> Self {
            Self::Unknown(failure)
        }
    }
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
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Find",
        fields: &[__rt::Field::required("id", "id").at(__rt::Place::Path)],
    };
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
        __rt::Idempotency::Safe,
    );
    impl __rt::Object for Find {
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
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    impl ::callsheet::Endpoint for Find {
        type Api = Acme;
        type Response = FindResponse;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Find {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                id: ::core::clone::Clone::clone(&self.id),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Find {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Find {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Envelope",
        fields: &[__rt::Field::required("error", "error")],
    };
    impl __rt::Object for Envelope {
        fn schema(&self) -> &'static __rt::Schema {
            &SCHEMA
        }
        fn get(
            &self,
            __index: ::core::primitive::usize,
        ) -> ::core::option::Option<&dyn __rt::Value> {
            ::core::option::Option::Some(
                match __index {
                    0 => &self.error,
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
                    0 => &mut self.error,
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
    impl __rt::Value for Envelope {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Object(self)
        }
        fn blank() -> Self {
            Self {
                error: __rt::Value::blank(),
                extra: ::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Envelope {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                error: ::core::clone::Clone::clone(&self.error),
                extra: ::core::clone::Clone::clone(&self.extra),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Envelope {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Envelope {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for Envelope {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for Envelope {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Detail",
        fields: &[
            __rt::Field::required("type", "type"),
            __rt::Field::required("message", "message"),
        ],
    };
    impl __rt::Object for Detail {
        fn schema(&self) -> &'static __rt::Schema {
            &SCHEMA
        }
        fn get(
            &self,
            __index: ::core::primitive::usize,
        ) -> ::core::option::Option<&dyn __rt::Value> {
            ::core::option::Option::Some(
                match __index {
                    0 => &self.r#type,
                    1 => &self.message,
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
                    0 => &mut self.r#type,
                    1 => &mut self.message,
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
    impl __rt::Value for Detail {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Object(self)
        }
        fn blank() -> Self {
            Self {
                r#type: __rt::Value::blank(),
                message: __rt::Value::blank(),
                extra: ::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Detail {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                r#type: ::core::clone::Clone::clone(&self.r#type),
                message: ::core::clone::Clone::clone(&self.message),
                extra: ::core::clone::Clone::clone(&self.extra),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Detail {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Detail {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for Detail {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for Detail {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Conflict",
        fields: &[__rt::Field::required("current", "current")],
    };
    impl __rt::Object for Conflict {
        fn schema(&self) -> &'static __rt::Schema {
            &SCHEMA
        }
        fn get(
            &self,
            __index: ::core::primitive::usize,
        ) -> ::core::option::Option<&dyn __rt::Value> {
            ::core::option::Option::Some(
                match __index {
                    0 => &self.current,
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
                    0 => &mut self.current,
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
    impl __rt::Value for Conflict {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Object(self)
        }
        fn blank() -> Self {
            Self {
                current: __rt::Value::blank(),
                extra: ::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Conflict {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                current: ::core::clone::Clone::clone(&self.current),
                extra: ::core::clone::Clone::clone(&self.extra),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Conflict {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Conflict {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for Conflict {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for Conflict {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "FindResponse",
        fields: &[__rt::Field::required("name", "name")],
    };
    impl __rt::Object for FindResponse {
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
    impl __rt::Value for FindResponse {
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
    impl ::core::clone::Clone for FindResponse {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                name: ::core::clone::Clone::clone(&self.name),
                extra: ::core::clone::Clone::clone(&self.extra),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for FindResponse {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for FindResponse {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for FindResponse {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for FindResponse {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
};
