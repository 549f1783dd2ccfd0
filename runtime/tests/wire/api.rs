//! A small API, written by hand as the generator writes one.

use callsheet::__private::{
    AuthKind, AuthScheme, AuthUse, BodyKind, CallOptions, Client, Constant, Content, Envelope,
    FailureCase, Field, Idempotency, Method, Object, Operation, PathPart, Place, Response, Schema,
    Sending, SendingWithMeta, Server, Slot, Spec, StatusMatch, Value, View, send, send_with_meta,
    to_http,
};
use callsheet::{Api, Builder, Endpoint, Extra, Json, UnknownFailure};

/// The client.
#[derive(Clone, Debug)]
pub(crate) struct Mini {
    client: Client,
}

static SPEC: Spec = Spec {
    name: "Mini",
    servers: &[Server { name: "", url: "https://mini.example/v1", replaces: 0, variables: &[] }],
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
    failures: &[
        FailureCase { status: StatusMatch::Code(404), code: Some("not_found_error"), variant: 0 },
        FailureCase { status: StatusMatch::Code(409), code: None, variant: 1 },
        FailureCase { status: StatusMatch::Class(5), code: None, variant: 2 },
    ],
};

impl Api for Mini {
    const SPEC: &'static Spec = &SPEC;
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
        Call { client: &self.client, request, options: CallOptions::default() }
    }

    pub(crate) fn remove(&self, id: &str) -> Call<'_, Remove> {
        let request = Remove { id: id.to_owned() };
        Call { client: &self.client, request, options: CallOptions::default() }
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
        to_http(self.client, &self.request, &self.options)
    }
}

/// What is documented as going wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    NotFound(Json),
    Conflict(Thing),
    Server(Json),
    Unknown(UnknownFailure),
}

impl callsheet::Failure for Failure {
    fn blank(variant: usize) -> Option<Self> {
        Some(match variant {
            0 => Self::NotFound(Value::blank()),
            1 => Self::Conflict(Value::blank()),
            2 => Self::Server(Value::blank()),
            _ => return None,
        })
    }

    fn payload_mut(&mut self) -> Option<&mut dyn Value> {
        match self {
            Self::NotFound(payload) | Self::Server(payload) => Some(payload),
            Self::Conflict(payload) => Some(payload),
            Self::Unknown(_) => None,
        }
    }

    fn unknown(failure: UnknownFailure) -> Self {
        Self::Unknown(failure)
    }
}

/// `POST /things/{id}/parts.json`
#[derive(Debug)]
pub(crate) struct Create {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) tags: Option<Vec<String>>,
    pub(crate) limit: Option<u32>,
    pub(crate) ratio: Option<f32>,
    pub(crate) note: Option<String>,
}

static CREATE_SCHEMA: Schema = Schema {
    name: "Create",
    fields: &[
        Field::required("id", "id").at(Place::Path),
        Field::required("name", "name"),
        Field::optional("tags[]", "tags").at(Place::Query),
        Field::optional("limit", "limit").at(Place::Query),
        Field::optional("ratio", "ratio").at(Place::Query),
        Field::optional("X-Note", "note").at(Place::Header),
        Field::constant("X-Version", Constant::Integer(3)).at(Place::Header),
        Field::constant("kind", Constant::Text("part")),
    ],
};

static CREATE: Operation = Operation::new(
    "things.create",
    Method::POST,
    "/things/{id}/parts.json",
    &[PathPart::Text("/things/"), PathPart::Field(0), PathPart::Text("/parts.json")],
    &[Response { status: StatusMatch::Code(201), content: Content::Json }],
    Idempotency::Unsafe,
)
.body(BodyKind::Fields);

/// `DELETE /things/{id}`
#[derive(Debug)]
pub(crate) struct Remove {
    pub(crate) id: String,
}

static REMOVE_SCHEMA: Schema =
    Schema { name: "Remove", fields: &[Field::required("id", "id").at(Place::Path)] };

static REMOVE: Operation = Operation::new(
    "things.remove",
    Method::DELETE,
    "/things/{id}",
    &[PathPart::Text("/things/"), PathPart::Field(0)],
    &[Response { status: StatusMatch::Code(204), content: Content::Empty }],
    Idempotency::Idempotent,
);

/// What `things.create` answers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Thing {
    pub(crate) id: String,
    pub(crate) count: u32,
    pub(crate) extra: Extra,
}

static THING: Schema = Schema {
    name: "Thing",
    fields: &[Field::required("id", "id"), Field::required("count", "count")],
};

macro_rules! fields {
    ($name:ident = $schema:ident { $($index:literal $field:ident),* } $($extra:ident)?) => {
        impl Object for $name {
            fn schema(&self) -> &'static Schema {
                &$schema
            }

            fn get(&self, index: usize) -> Option<&dyn Value> {
                match index {
                    $($index => Some(&self.$field),)*
                    _ => None,
                }
            }

            fn get_mut(&mut self, index: usize) -> Option<&mut dyn Value> {
                match index {
                    $($index => Some(&mut self.$field),)*
                    _ => None,
                }
            }

            $(
                fn extra(&self) -> Option<&Extra> {
                    Some(&self.$extra)
                }

                fn extra_mut(&mut self) -> Option<&mut Extra> {
                    Some(&mut self.$extra)
                }
            )?
        }
    };
}

fields!(Create = CREATE_SCHEMA { 0 id, 1 name, 2 tags, 3 limit, 4 ratio, 5 note });
fields!(Remove = REMOVE_SCHEMA { 0 id });
fields!(Thing = THING { 0 id, 1 count } extra);

impl Value for Thing {
    fn view(&self) -> View<'_> {
        View::Object(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }

    fn blank() -> Self {
        Self { id: Value::blank(), count: Value::blank(), extra: Extra::new() }
    }
}

impl Endpoint for Create {
    type Api = Mini;
    type Response = Thing;
    const OPERATION: &'static Operation = &CREATE;
}

impl Endpoint for Remove {
    type Api = Mini;
    type Response = ();
    const OPERATION: &'static Operation = &REMOVE;
}
