//! A small API, written by hand as the generator writes one.

use callsheet::__private::{
    AttemptRules, Attempts, AuthKind, AuthScheme, AuthUse, BodyKind, CallOptions, Client, Constant,
    Content, Envelope, FailureCase, Field, FixedField, Method, Operation, PathPart, Place,
    Response, Schema, Sending, SendingWithMeta, Server, Signals, Spec, StatusMatch, data, failure,
    object, send, send_with_meta,
};
use callsheet::{Api, Builder, Endpoint, Extra, Json, UnknownFailure};

/// The client.
#[derive(Clone, Debug)]
pub(crate) struct Mini {
    client: Client,
}

static SPEC: Spec = Spec {
    name: "Mini",
    servers: &[Server {
        name: "",
        url: "https://mini.example/v1",
        replaces: 0,
        prefix: Some(""),
        variables: &[],
    }],
    auth: &[AuthScheme {
        name: "bearer",
        kind: AuthKind::Bearer,
        env: &["MINI_TOKEN", "MINI_PAT"],
    }],
    need: &[&[AuthUse { scheme: 0, scopes: &[] }]],
    envelope: Envelope {
        code: &["error", "type"],
        message: &["error", "message"],
        request_id: &["request_id"],
    },
    rules: AttemptRules::NONE,
    signals: Signals {
        veto: Some("X-Should-Retry"),
        count: Some("X-Retry-Count"),
        deadline: Some("X-Timeout"),
        key: None,
    },
    constants: &[],
    failures: &[
        FailureCase { status: StatusMatch::Code(404), code: Some("not_found_error"), variant: 0 },
        FailureCase { status: StatusMatch::Code(409), code: None, variant: 1 },
        FailureCase { status: StatusMatch::Class(5), code: None, variant: 2 },
    ],
};

impl Api for Mini {
    const SPEC: &'static Spec = &SPEC;
    type Envelope = callsheet::Json;
    type Failure = Failure;

    fn from_client(client: Client) -> Self {
        Self { client }
    }

    fn as_client(&self) -> &Client {
        &self.client
    }
}

impl Mini {
    pub(crate) fn builder() -> Builder<Self> {
        Builder::new()
    }

    pub(crate) fn create(&self, id: &str, name: &str) -> Call<'_, Create> {
        let request = Create {
            id: id.to_owned(),
            name: name.to_owned(),
            tags: None,
            limit: None,
            ratio: None,
            note: None,
        };
        Call { client: &self.client, request, options: CallOptions::NONE }
    }

    pub(crate) fn start(&self, id: &str, name: &str) -> Call<'_, Start> {
        let request = Start { id: id.to_owned(), name: name.to_owned() };
        Call { client: &self.client, request, options: CallOptions::NONE }
    }

    pub(crate) fn remove(&self, id: &str) -> Call<'_, Remove> {
        let request = Remove { id: id.to_owned() };
        Call { client: &self.client, request, options: CallOptions::NONE }
    }
}

pub(crate) type Error = callsheet::Error<Failure>;

/// A call that has not been sent yet.
pub(crate) struct Call<'c, R> {
    client: &'c Client,
    pub(crate) request: R,
    pub(crate) options: CallOptions,
}

impl<R> Call<'_, R> {
    pub(crate) fn timeout(mut self, limit: std::time::Duration) -> Self {
        self.options.timeout(limit);
        self
    }

    pub(crate) fn max_retries(mut self, retries: u32) -> Self {
        self.options.max_retries(retries);
        self
    }

    pub(crate) fn idempotency_key(mut self, key: &str) -> Self {
        self.options.idempotency_key(key);
        self
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.options.header(name, value);
        self
    }

    pub(crate) fn query(mut self, name: &str, value: &str) -> Self {
        self.options.query(name, value);
        self
    }

    pub(crate) fn unchecked(mut self) -> Self {
        self.options.unchecked();
        self
    }
}

impl<R: Endpoint<Api = Mini>> Call<'_, R> {
    pub(crate) fn send(self) -> Sending<R::Response, Failure> {
        send(self.client, &self.request, &self.options)
    }

    pub(crate) fn send_with_meta(self) -> SendingWithMeta<R::Response, Failure> {
        send_with_meta(self.client, &self.request, &self.options)
    }

    pub(crate) fn to_http(
        &self,
    ) -> Result<callsheet::http::Request<callsheet::bytes::Bytes>, Error> {
        self.request.to_http_with(self.client, &self.options)
    }
}

/// What is documented as going wrong.
pub(crate) enum Failure {
    NotFound(Json),
    Conflict(Thing),
    Server(Json),
    Unknown(UnknownFailure),
}

failure!(Failure { NotFound = 0, Conflict = 1, Server = 2 });

/// `POST /things/{id}/parts.json`
pub(crate) struct Create {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) tags: Option<Vec<String>>,
    pub(crate) limit: Option<u32>,
    pub(crate) ratio: Option<f32>,
    pub(crate) note: Option<String>,
}

static CREATE_SCHEMA: Schema = Schema::new(
    "Create",
    &[
        Field::required("id", "id").at(Place::Path),
        Field::required("name", "name"),
        Field::optional("tags[]", "tags").at(Place::Query),
        Field::optional("limit", "limit").at(Place::Query),
        Field::optional("ratio", "ratio").at(Place::Query),
        Field::optional("X-Note", "note").at(Place::Header),
    ],
)
.constants(&[
    FixedField::new("X-Version", Constant::Integer(3)).at(Place::Header),
    FixedField::new("kind", Constant::Text("part")),
]);

static CREATE: Operation = Operation::new(
    "things.create",
    Method::POST,
    "/things/{id}/parts.json",
    &[PathPart::Text("/things/"), PathPart::Field(0), PathPart::Text("/parts.json")],
    &[Response { status: StatusMatch::Code(201), content: Content::Json }],
    Attempts::UNSAFE,
)
.body(BodyKind::Fields);

/// `POST /things/{id}/start`, with a key, rules and a time limit of its own.
pub(crate) struct Start {
    pub(crate) id: String,
    pub(crate) name: String,
}

static START_SCHEMA: Schema = Schema::new(
    "Start",
    &[Field::required("id", "id").at(Place::Path), Field::required("name", "name")],
);

static START: Operation = Operation::new(
    "things.start",
    Method::POST,
    "/things/{id}/start",
    &[PathPart::Text("/things/"), PathPart::Field(0), PathPart::Text("/start")],
    &[Response { status: StatusMatch::Code(204), content: Content::Empty }],
    Attempts::keyed("Idempotency-Key").with(
        AttemptRules::NONE
            .max(3)
            .on(&[StatusMatch::Code(409), StatusMatch::Class(5)])
            .timeout(1500),
    ),
)
.body(BodyKind::Fields);

/// `DELETE /things/{id}`
pub(crate) struct Remove {
    pub(crate) id: String,
}

static REMOVE_SCHEMA: Schema =
    Schema::new("Remove", &[Field::required("id", "id").at(Place::Path)]);

static REMOVE: Operation = Operation::new(
    "things.remove",
    Method::DELETE,
    "/things/{id}",
    &[PathPart::Text("/things/"), PathPart::Field(0)],
    &[Response { status: StatusMatch::Code(204), content: Content::Empty }],
    Attempts::IDEMPOTENT,
);

/// What `things.create` answers.
pub(crate) struct Thing {
    pub(crate) id: String,
    pub(crate) count: u32,
    pub(crate) extra: Extra,
}

static THING: Schema =
    Schema::new("Thing", &[Field::required("id", "id"), Field::required("count", "count")]);

object!(CREATE_SCHEMA, Create [] { id, name, tags, limit, ratio, note });
object!(REMOVE_SCHEMA, Remove [] { id });
object!(THING, Thing [] { id, count } extra);
data!(Thing [] { id, count } extra);
object!(START_SCHEMA, Start [] { id, name });

impl Endpoint for Create {
    type Api = Mini;
    type Response = Thing;
    const OPERATION: &'static Operation = &CREATE;
}

impl Endpoint for Start {
    type Api = Mini;
    type Response = ();
    const OPERATION: &'static Operation = &START;
}

impl Endpoint for Remove {
    type Api = Mini;
    type Response = ();
    const OPERATION: &'static Operation = &REMOVE;
}
