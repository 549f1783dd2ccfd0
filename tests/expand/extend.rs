/// What the beta of Acme adds.
pub trait AcmeExt {
    /// Reports on things.
    fn reports(&self) -> reports::Endpoints<'_>;
    /// `GET /v1/state`
    ///
    /// A success is 204, and holds nothing.
    ///
    /// It needs no credentials.
    ///
    /// # Errors
    /// - 404 [`NotFound`](Failure::NotFound)
    /// - What [`Acme`](crate::access::Acme) itself documents is in the error's `failure()`.
    fn state(&self) -> Call<'_, State>;
}
impl AcmeExt for crate::access::Acme {
    fn reports(&self) -> reports::Endpoints<'_> {
        reports::Endpoints { client: self }
    }
    fn state(&self) -> Call<'_, State> {
        Call::new(self, State::new())
    }
}
#[allow(dead_code, deprecated, clippy::too_many_arguments)]
const _: () = {
    struct Added<'c>(&'c crate::access::Acme);
    impl Added<'_> {
        fn reports(&self) -> reports::Endpoints<'_> {
            self.0.reports()
        }
        fn state(&self) -> Call<'_, State> {
            self.0.state()
        }
    }
};
/// What can go wrong with a call.
pub type Error = ::callsheet::Error<<crate::access::Acme as ::callsheet::Api>::Failure>;
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
impl<R: ::callsheet::Endpoint<Api = crate::access::Acme>> Call<'_, R> {
    /// Sends the request.
    ///
    /// # Errors
    /// What can go wrong is in the docs of the method that started the call, and in
    /// the error's `failure()`; [`Error`] says how far the call got.
    pub fn send(
        self,
    ) -> ::callsheet::__private::Sending<
        R::Response,
        <crate::access::Acme as ::callsheet::Api>::Failure,
    >
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
    ) -> ::callsheet::__private::SendingWithMeta<
        R::Response,
        <crate::access::Acme as ::callsheet::Api>::Failure,
    >
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
impl<'c, R> Call<'c, R> {
    fn new(client: &'c crate::access::Acme, request: R) -> Self {
        let client = ::callsheet::Api::as_client(client);
        Self {
            client,
            request,
            options: ::callsheet::__private::CallOptions::NONE,
        }
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
/// What these endpoints say can go wrong, in their own words. Each variant holds the decoded
/// body. What the client itself documents is in the error's `failure()`.
#[non_exhaustive]
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
pub enum Failure {
    /// 402 `quota_exceeded`
    QuotaExceeded(Quota),
    /// 404 `not_found`
    NotFound(<crate::access::Acme as ::callsheet::Api>::Envelope),
}
impl Failure {
    /// What an error is, if one of these endpoints has failed and says that it may do so.
    pub fn of(error: &Error) -> ::core::option::Option<Self> {
        ::callsheet::__private::declared(error)
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    static CASES: [__rt::FailureCase; 2] = [
        __rt::FailureCase {
            status: __rt::StatusMatch::Code(402),
            code: ::core::option::Option::Some("quota_exceeded"),
            variant: 0,
        },
        __rt::FailureCase {
            status: __rt::StatusMatch::Code(404),
            code: ::core::option::Option::Some("not_found"),
            variant: 1,
        },
    ];
    impl __rt::Declared for Failure {
        const CASES: &'static [__rt::FailureCase] = &CASES;
        fn blank(__variant: ::core::primitive::usize) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __variant {
                    0 => Self::QuotaExceeded(__rt::Value::blank()),
                    1 => Self::NotFound(__rt::Value::blank()),
                    _ => return ::core::option::Option::None,
                },
            )
        }
        fn payload_mut(&mut self) -> ::core::option::Option<&mut dyn __rt::Value> {
            match self {
                Self::QuotaExceeded(payload) => ::core::option::Option::Some(payload),
                Self::NotFound(payload) => ::core::option::Option::Some(payload),
            }
        }
    }
};
/// The request of `GET /v1/state`.
#[non_exhaustive]
pub struct State {}
impl State {
    /// With what every such request needs.
    pub fn new() -> Self {
        Self {}
    }
}
#[automatically_derived]
impl ::core::default::Default for State {
    fn default() -> Self {
        Self::new()
    }
}
const _: () = {
    use ::callsheet::__private as __rt;
    const CLIENT: &__rt::Spec = <crate::access::Acme as ::callsheet::Api>::SPEC;
    const SERVER: ::core::primitive::usize = __rt::server(CLIENT, "/v1/state");
    static PATH: [__rt::PathPart; 1] = __rt::below(
        CLIENT,
        SERVER,
        [__rt::PathPart::Text("/v1/state")],
    );
    const NEED: &[&[__rt::AuthUse]] = &[];
    static SCHEMA: __rt::Schema = __rt::Schema::new("State", &[])
        .constants(CLIENT.constants);
    static OPERATION: __rt::Operation = __rt::Operation::new(
            "state",
            __rt::Method::GET,
            "/v1/state",
            &PATH,
            &[
                __rt::Response {
                    status: __rt::StatusMatch::Code(204),
                    content: __rt::Content::Empty,
                },
            ],
            __rt::Attempts::SAFE,
        )
        .need(NEED)
        .extending(CLIENT, SERVER)
        .failures(<Failure as __rt::Declared>::CASES);
    __rt::object!(SCHEMA, State[] {});
    impl ::callsheet::Endpoint for State {
        type Api = crate::access::Acme;
        type Response = ();
        const OPERATION: &'static __rt::Operation = &OPERATION;
    }
};
/// A `Report` object.
#[non_exhaustive]
pub struct Report {
    /// `id`
    pub id: ::core::primitive::u64,
    /// `thing`
    pub thing: ::core::option::Option<crate::requests::things::Thing>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Report",
        &[__rt::Field::required("id", "id"), __rt::Field::nullable("thing", "thing")],
    );
    __rt::object!(SCHEMA, Report[] { id, thing } extra);
    __rt::data!(Report[] { id, thing } extra);
};
/// A `Quota` object.
#[non_exhaustive]
pub struct Quota {
    /// `left`
    pub left: ::core::primitive::u32,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Quota",
        &[__rt::Field::required("left", "left")],
    );
    __rt::object!(SCHEMA, Quota[] { left } extra);
    __rt::data!(Quota[] { left } extra);
};
/// Reports on things.
pub mod reports {
    /// The endpoints of `reports()`.
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct Endpoints<'c> {
        pub(super) client: &'c crate::access::Acme,
    }
    impl<'c> Endpoints<'c> {
        /// `POST /v1/things/{kind}/reports`
        ///
        /// A success is 201: [`Report`](super::Report).
        ///
        /// It needs the credentials of `oauth` (scope `write`), or of `key`.
        ///
        /// # Errors
        /// - 402 [`QuotaExceeded`](super::Failure::QuotaExceeded)
        /// - What [`Acme`](crate::access::Acme) itself documents is in the error's `failure()`.
        pub fn create(
            &self,
            kind: impl ::core::convert::Into<crate::enums::Priority>,
            title: impl ::core::convert::Into<::callsheet::__private::String>,
        ) -> super::Call<'c, Create> {
            super::Call::new(self.client, Create::new(kind, title))
        }
    }
    /// The request of `POST /v1/things/{kind}/reports`.
    #[non_exhaustive]
    pub struct Create {
        /// `kind`
        pub kind: crate::enums::Priority,
        /// `title`
        pub title: ::callsheet::__private::String,
        /// `like`
        pub like: ::core::option::Option<
            ::callsheet::__private::Vec<crate::requests::things::Thing>,
        >,
    }
    impl Create {
        /// With what every such request needs.
        pub fn new(
            kind: impl ::core::convert::Into<crate::enums::Priority>,
            title: impl ::core::convert::Into<::callsheet::__private::String>,
        ) -> Self {
            Self {
                kind: ::core::convert::Into::into(kind),
                title: ::core::convert::Into::into(title),
                like: ::core::option::Option::None,
            }
        }
    }
    impl super::Call<'_, Create> {
        /// `like`
        pub fn like(
            mut self,
            like: impl ::core::iter::IntoIterator<
                Item = impl ::core::convert::Into<crate::requests::things::Thing>,
            >,
        ) -> Self {
            self.request.like = ::core::option::Option::Some(
                ::callsheet::__private::list(like),
            );
            self
        }
    }
    const _: () = {
        use ::callsheet::__private as __rt;
        const CLIENT: &__rt::Spec = <crate::access::Acme as ::callsheet::Api>::SPEC;
        const SERVER: ::core::primitive::usize = __rt::server(
            CLIENT,
            "/v1/things/{kind}/reports",
        );
        static PATH: [__rt::PathPart; 3] = __rt::below(
            CLIENT,
            SERVER,
            [
                __rt::PathPart::Text("/v1/things/"),
                __rt::PathPart::Field(0),
                __rt::PathPart::Text("/reports"),
            ],
        );
        const NEED: &[&[__rt::AuthUse]] = &[
            &[
                __rt::AuthUse {
                    scheme: __rt::scheme(CLIENT, "oauth", true),
                    scopes: &["write"],
                },
            ],
            &[
                __rt::AuthUse {
                    scheme: __rt::scheme(CLIENT, "key", false),
                    scopes: &[],
                },
            ],
        ];
        static CONSTANTS: [__rt::FixedField; CLIENT.constants.len() + 1] = __rt::constants(
            CLIENT,
            [
                __rt::FixedField::new("x-beta", __rt::Constant::Text("reports"))
                    .at(__rt::Place::Header),
            ],
        );
        static SCHEMA: __rt::Schema = __rt::Schema::new(
                "Create",
                &[
                    __rt::Field::required("kind", "kind").at(__rt::Place::Path),
                    __rt::Field::required("title", "title"),
                    __rt::Field::optional("like", "like"),
                ],
            )
            .constants(&CONSTANTS);
        static OPERATION: __rt::Operation = __rt::Operation::new(
                "reports.create",
                __rt::Method::POST,
                "/v1/things/{kind}/reports",
                &PATH,
                &[
                    __rt::Response {
                        status: __rt::StatusMatch::Code(201),
                        content: __rt::Content::Json,
                    },
                ],
                __rt::Attempts::UNSAFE,
            )
            .body(__rt::BodyKind::Fields)
            .need(NEED)
            .extending(CLIENT, SERVER)
            .failures(<super::Failure as __rt::Declared>::CASES);
        __rt::object!(SCHEMA, Create[] { kind, title, like });
        impl ::callsheet::Endpoint for Create {
            type Api = crate::access::Acme;
            type Response = super::Report;
            const OPERATION: &'static __rt::Operation = &OPERATION;
        }
    };
}
const _: () = ::callsheet::__private::check_plain::<crate::enums::Priority>();
const _: () = ::callsheet::__private::check_value::<crate::requests::things::Thing>();
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    const _: () = {
        use ::callsheet::__private::keywords;
        const _: (
            keywords::item::extend,
            keywords::item::r#mod,
            keywords::item::POST,
            keywords::section::header,
            keywords::section::body,
            keywords::section::errors,
            keywords::section::auth,
            keywords::item::GET,
            keywords::section::errors,
            keywords::section::auth,
            keywords::item::r#struct,
            keywords::item::r#struct,
        ) = loop {};
    };
};
