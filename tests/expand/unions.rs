/// A `EventBase` object.
#[allow(deprecated)]
#[non_exhaustive]
pub struct EventBase {
    /// `id`
    pub id: ::callsheet::__private::String,
    /// `at`
    pub at: ::core::option::Option<::callsheet::DateTime>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "EventBase",
        &[__rt::Field::required("id", "id"), __rt::Field::optional("at", "at")],
    );
    __rt::object!(SCHEMA, EventBase[] { id, at } extra);
    __rt::data!(EventBase[] { id, at } extra);
};
/// What happens.
#[allow(deprecated)]
#[non_exhaustive]
pub enum Event {
    /// The agent says something.
    AgentMessage(::std::boxed::Box<AgentMessageEvent>),
    /// `session.idle`
    #[deprecated(note = "use `ended` (since 2026-06-01)")]
    Idle(IdleEvent),
    /// What the spec does not know, as it came.
    Unknown(::callsheet::Json),
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::union!(
        Event[] ["type"] { AgentMessage = "agent.message", Idle = "session.idle" } {}
    );
    __rt::union_from!(Event[] { AgentMessage(AgentMessageEvent), Idle(IdleEvent) });
    __rt::union_fields!(
        Event[] [AgentMessage, Idle] { #[doc = " `id`"] id :
        required::callsheet::__private::String, #[doc = " `at`"] at :
        optional::callsheet::DateTime, }
    );
};
/// One of several objects: `kind` says which.
#[allow(deprecated)]
#[non_exhaustive]
pub enum Shape {
    /// `circle`
    Circle(Circle),
    /// `square`
    Square(Square),
    /// `nothing`
    Nothing,
    /// What the spec does not know, as it came.
    Unknown(::callsheet::Json),
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::union!(
        Shape[] ["kind"] { Circle = "circle", Square = "square" } { Nothing = "nothing" }
    );
    __rt::union_from!(Shape[] { Circle(Circle), Square(Square) });
};
/// A `Circle` object.
#[allow(deprecated)]
#[non_exhaustive]
pub struct Circle {
    /// `radius`
    ///
    /// In `0.0..`.
    pub radius: ::core::primitive::f64,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
            "Circle",
            &[
                __rt::Field::required("radius", "radius")
                    .checks(
                        &[
                            __rt::Check::Float {
                                min: 0f64,
                                max: ::core::primitive::f64::MAX,
                                open: false,
                            },
                        ],
                    ),
            ],
        )
        .constants(&[__rt::FixedField::new("kind", __rt::Constant::Text("circle"))]);
    __rt::object!(SCHEMA, Circle[] { radius } extra);
    __rt::data!(Circle[] { radius } extra);
};
/// A `Square` object.
#[allow(deprecated)]
#[non_exhaustive]
pub struct Square {
    /// `side`
    pub side: ::core::primitive::f64,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Square",
        &[__rt::Field::required("side", "side")],
    );
    __rt::object!(SCHEMA, Square[] { side } extra);
    __rt::data!(Square[] { side } extra);
};
/// One of several shapes.
#[allow(deprecated)]
#[non_exhaustive]
pub enum Part {
    /// `Text`
    Text(::callsheet::__private::String),
    /// `Many`
    Many(::callsheet::__private::Vec<Part>),
    /// `Image`
    Image(Image),
    /// `File`
    File(Doc),
    /// What the spec does not know, as it came.
    Unknown(::callsheet::Json),
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static CHECKS_0: &[__rt::Check] = &[
        __rt::Check::Length {
            min: 1,
            max: 18446744073709551615,
        },
    ];
    __rt::union!(
        Part[] [] { Text = "Text" CHECKS_0, Many = "Many", Image = "Image", File = "File"
        } {}
    );
    __rt::union_from!(
        Part[] { Text(::callsheet::__private::String), Text(& ::core::primitive::str),
        Many(::callsheet::__private::Vec < Part >), Image(Image), File(Doc) }
    );
};
/// A `Image` object.
#[allow(deprecated)]
#[non_exhaustive]
pub struct Image {
    /// `url`
    pub url: ::callsheet::__private::String,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
            "Image",
            &[__rt::Field::required("url", "url")],
        )
        .constants(&[__rt::FixedField::new("type", __rt::Constant::Text("image"))]);
    __rt::object!(SCHEMA, Image[] { url } extra);
    __rt::data!(Image[] { url } extra);
};
/// A `Doc` object.
#[allow(deprecated)]
#[non_exhaustive]
pub struct Doc {
    /// `name`
    pub name: ::callsheet::__private::String,
    /// `key`
    pub key: ::core::option::Option<::callsheet::Secret<::callsheet::__private::String>>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
            "Doc",
            &[
                __rt::Field::required("name", "name"),
                __rt::Field::optional("key", "key").sensitive(),
            ],
        )
        .constants(&[__rt::FixedField::new("type", __rt::Constant::Text("file"))]);
    __rt::object!(SCHEMA, Doc[] { name, key } extra);
    __rt::data!(Doc[] { name, key } extra);
};
/// One of several objects: `type` says which.
#[allow(deprecated)]
#[non_exhaustive]
pub enum Change<T> {
    /// `made`
    Made(MadeChange<T>),
    /// `gone`
    Gone(GoneChange),
    /// What the spec does not know, as it came.
    Unknown(::callsheet::Json),
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::union!(Change[T] ["type"] { Made = "made", Gone = "gone" } {});
    __rt::union_from!(Change[T] { Made(MadeChange < T >), Gone(GoneChange) });
    __rt::union_fields!(
        Change[T] [Made, Gone] { #[doc = " `id`"] id :
        required::callsheet::__private::String, #[doc = " `at`"] at :
        optional::callsheet::DateTime, }
    );
};
/// One of several shapes.
#[allow(deprecated)]
#[non_exhaustive]
pub enum OneOrMany<T> {
    /// `One`
    One(T),
    /// `Many`
    Many(::callsheet::__private::Vec<T>),
    /// What the spec does not know, as it came.
    Unknown(::callsheet::Json),
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::union!(OneOrMany[T] [] { One = "One", Many = "Many" } {});
    __rt::union_from!(OneOrMany[T] { Many(::callsheet::__private::Vec < T >) });
};
/// The agent says something.
#[allow(deprecated)]
#[non_exhaustive]
pub struct AgentMessageEvent {
    /// `id`
    pub id: ::callsheet::__private::String,
    /// `at`
    pub at: ::core::option::Option<::callsheet::DateTime>,
    /// `content`
    pub content: ::callsheet::__private::Vec<Part>,
    /// `parent`
    pub parent: ::core::option::Option<Event>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "AgentMessageEvent",
        &[
            __rt::Field::required("id", "id"),
            __rt::Field::optional("at", "at"),
            __rt::Field::required("content", "content"),
            __rt::Field::optional("parent", "parent"),
        ],
    );
    __rt::object!(SCHEMA, AgentMessageEvent[] { id, at, content, parent } extra);
    __rt::data!(AgentMessageEvent[] { id, at, content, parent } extra);
};
/// A `session.idle` object.
#[allow(deprecated)]
#[non_exhaustive]
pub struct IdleEvent {
    /// `id`
    pub id: ::callsheet::__private::String,
    /// `at`
    pub at: ::core::option::Option<::callsheet::DateTime>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "IdleEvent",
        &[__rt::Field::required("id", "id"), __rt::Field::optional("at", "at")],
    );
    __rt::object!(SCHEMA, IdleEvent[] { id, at } extra);
    __rt::data!(IdleEvent[] { id, at } extra);
};
/// A `made` object.
#[allow(deprecated)]
#[non_exhaustive]
pub struct MadeChange<T> {
    /// `id`
    pub id: ::callsheet::__private::String,
    /// `at`
    pub at: ::core::option::Option<::callsheet::DateTime>,
    /// `new`
    pub new: T,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "MadeChange",
        &[
            __rt::Field::required("id", "id"),
            __rt::Field::optional("at", "at"),
            __rt::Field::required("new", "new"),
        ],
    );
    __rt::object!(SCHEMA, MadeChange[T] { id, at, new } extra);
    __rt::data!(MadeChange[T] { id, at, new } extra);
};
/// A `gone` object.
#[allow(deprecated)]
#[non_exhaustive]
pub struct GoneChange {
    /// `id`
    pub id: ::callsheet::__private::String,
    /// `at`
    pub at: ::core::option::Option<::callsheet::DateTime>,
    /// `why`
    pub why: ::core::option::Option<::callsheet::__private::String>,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "GoneChange",
        &[
            __rt::Field::required("id", "id"),
            __rt::Field::optional("at", "at"),
            __rt::Field::optional("why", "why"),
        ],
    );
    __rt::object!(SCHEMA, GoneChange[] { id, at, why } extra);
    __rt::data!(GoneChange[] { id, at, why } extra);
};
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    const _: () = {
        use ::callsheet::__private::keywords;
        const _: (
            keywords::item::r#struct,
            keywords::item::r#enum,
            keywords::attribute::deprecated,
            keywords::item::r#enum,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::item::r#enum,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::attribute::sensitive,
            keywords::item::r#enum,
            keywords::item::r#enum,
        ) = loop {};
    };
};
