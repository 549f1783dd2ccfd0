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
            options: ::core::default::Default::default(),
        }
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
        base_url: "https://api.acme.example",
        auth: ::core::option::Option::None,
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Find",
        fields: &[
            __rt::Field::optional("filter", "filter")
                .at(__rt::Place::Query)
                .style(__rt::Style::Deep),
            __rt::Field::optional("ids", "ids")
                .at(__rt::Place::Query)
                .style(__rt::Style::Comma),
            __rt::Field::optional("session", "session").at(__rt::Place::Cookie),
            __rt::Field::constant("theme", __rt::Constant::Text("dark"))
                .at(__rt::Place::Cookie),
        ],
    };
    static OPERATION: __rt::Operation = __rt::Operation {
        name: "find",
        method: __rt::Method::GET,
        template: "/things",
        path: &[__rt::PathPart::Text("/things")],
        body: __rt::BodyKind::Empty,
        responses: &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Headed(&__rt::Content::Text("text/plain")),
            },
        ],
        idempotency: __rt::Idempotency::Safe,
    };
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
                    0 => &self.filter,
                    1 => &self.ids,
                    2 => &self.session,
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
                    0 => &mut self.filter,
                    1 => &mut self.ids,
                    2 => &mut self.session,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    impl ::callsheet::Endpoint for Find {
        type Api = Acme;
        type Response = FindAnswer;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Find {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                filter: ::core::clone::Clone::clone(&self.filter),
                ids: ::core::clone::Clone::clone(&self.ids),
                session: ::core::clone::Clone::clone(&self.session),
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
impl Call<'_, Replace> {
    /// `body`
    pub fn body(mut self, body: ReplaceBody) -> Self {
        self.request.body = ::core::option::Option::Some(body);
        self
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Replace",
        fields: &[
            __rt::Field::required("id", "id").at(__rt::Place::Path),
            __rt::Field::optional("body", "body").at(__rt::Place::Payload),
        ],
    };
    static OPERATION: __rt::Operation = __rt::Operation {
        name: "replace",
        method: __rt::Method::PUT,
        template: "/things/{id}",
        path: &[__rt::PathPart::Text("/things/"), __rt::PathPart::Field(0)],
        body: __rt::BodyKind::Encoded {
            encoding: __rt::Encoding::Form,
            media: "application/x-www-form-urlencoded",
            payload: ::core::option::Option::Some(1),
        },
        responses: &[
            __rt::Response {
                status: __rt::StatusMatch::Code(204),
                content: __rt::Content::Empty,
            },
        ],
        idempotency: __rt::Idempotency::Idempotent,
    };
    impl __rt::Object for Replace {
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
                    1 => &self.body,
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
                    1 => &mut self.body,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    impl ::callsheet::Endpoint for Replace {
        type Api = Acme;
        type Response = ();
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Replace {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                id: ::core::clone::Clone::clone(&self.id),
                body: ::core::clone::Clone::clone(&self.body),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Replace {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Replace {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Upload",
        fields: &[
            __rt::Field::required("id", "id").at(__rt::Place::Path),
            __rt::Field::required("file", "file"),
            __rt::Field::optional("name", "name"),
        ],
    };
    static OPERATION: __rt::Operation = __rt::Operation {
        name: "upload",
        method: __rt::Method::POST,
        template: "/things/{id}/photo",
        path: &[
            __rt::PathPart::Text("/things/"),
            __rt::PathPart::Field(0),
            __rt::PathPart::Text("/photo"),
        ],
        body: __rt::BodyKind::Encoded {
            encoding: __rt::Encoding::Multipart,
            media: "multipart/form-data",
            payload: ::core::option::Option::None,
        },
        responses: &[
            __rt::Response {
                status: __rt::StatusMatch::Code(200),
                content: __rt::Content::Bytes("image/png"),
            },
        ],
        idempotency: __rt::Idempotency::Unsafe,
    };
    impl __rt::Object for Upload {
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
                    1 => &self.file,
                    2 => &self.name,
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
                    1 => &mut self.file,
                    2 => &mut self.name,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    impl ::callsheet::Endpoint for Upload {
        type Api = Acme;
        type Response = ::callsheet::bytes::Bytes;
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Upload {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                id: ::core::clone::Clone::clone(&self.id),
                file: ::core::clone::Clone::clone(&self.file),
                name: ::core::clone::Clone::clone(&self.name),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Upload {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Upload {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Filter",
        fields: &[__rt::Field::optional("name", "name")],
    };
    impl __rt::Object for Filter {
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
    impl __rt::Value for Filter {
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
    impl ::core::clone::Clone for Filter {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                name: ::core::clone::Clone::clone(&self.name),
                extra: ::core::clone::Clone::clone(&self.extra),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Filter {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Filter {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for Filter {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for Filter {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "FindAnswer",
        fields: &[
            __rt::Field::required("body", "body").at(__rt::Place::Payload),
            __rt::Field::required("X-Total", "x_total").at(__rt::Place::Header),
            __rt::Field::optional("ETag", "e_tag").at(__rt::Place::Header),
        ],
    };
    impl __rt::Object for FindAnswer {
        fn schema(&self) -> &'static __rt::Schema {
            &SCHEMA
        }
        fn get(
            &self,
            __index: ::core::primitive::usize,
        ) -> ::core::option::Option<&dyn __rt::Value> {
            ::core::option::Option::Some(
                match __index {
                    0 => &self.body,
                    1 => &self.x_total,
                    2 => &self.e_tag,
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
                    0 => &mut self.body,
                    1 => &mut self.x_total,
                    2 => &mut self.e_tag,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    impl __rt::Value for FindAnswer {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Object(self)
        }
        fn blank() -> Self {
            Self {
                body: __rt::Value::blank(),
                x_total: __rt::Value::blank(),
                e_tag: __rt::Value::blank(),
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for FindAnswer {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                body: ::core::clone::Clone::clone(&self.body),
                x_total: ::core::clone::Clone::clone(&self.x_total),
                e_tag: ::core::clone::Clone::clone(&self.e_tag),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for FindAnswer {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for FindAnswer {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for FindAnswer {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for FindAnswer {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "ReplaceBody",
        fields: &[
            __rt::Field::required("name", "name"),
            __rt::Field::patch("note", "note"),
        ],
    };
    impl __rt::Object for ReplaceBody {
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
                    1 => &self.note,
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
                    1 => &mut self.note,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    impl __rt::Value for ReplaceBody {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Object(self)
        }
        fn blank() -> Self {
            Self {
                name: __rt::Value::blank(),
                note: __rt::Value::blank(),
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for ReplaceBody {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                name: ::core::clone::Clone::clone(&self.name),
                note: ::core::clone::Clone::clone(&self.note),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for ReplaceBody {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for ReplaceBody {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for ReplaceBody {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for ReplaceBody {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
};
