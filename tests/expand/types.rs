/// Who.
///
/// Starts with `user_`.
pub struct UserId(::callsheet::__private::String);
const _: () = {
    use ::callsheet::__private as __rt;
    static CHECKS: &[__rt::Check] = &[__rt::Check::Prefix("user_")];
    __rt::text_newtype!(UserId, CHECKS);
};
/// A `Count`.
///
/// In `1..=10`.
pub struct Count(::core::primitive::u32);
const _: () = {
    use ::callsheet::__private as __rt;
    static CHECKS: &[__rt::Check] = &[
        __rt::Check::Integer {
            min: 1,
            max: 10,
        },
    ];
    __rt::integer_newtype!(Count, ::core::primitive::u32, CHECKS);
};
/// A user.
#[non_exhaustive]
pub struct User {
    /// The user's own id.
    ///
    /// Starts with `user_`.
    pub id: UserId,
    /// `nick`
    pub nick: ::core::option::Option<::callsheet::__private::String>,
    /// `boss`
    ///
    /// Starts with `user_`.
    pub boss: ::core::option::Option<UserId>,
    /// `parent`
    pub parent: ::core::option::Option<::std::boxed::Box<User>>,
    /// `token`
    pub token: ::core::option::Option<
        ::callsheet::Secret<::callsheet::__private::String>,
    >,
    /// `labels`
    pub labels: ::core::option::Option<
        ::callsheet::__private::Map<
            ::callsheet::__private::String,
            ::callsheet::__private::String,
        >,
    >,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
            "User",
            &[
                __rt::Field::required("id", "id"),
                __rt::Field::optional("nick", "nick"),
                __rt::Field::nullable("boss", "boss"),
                __rt::Field::optional("parent", "parent"),
                __rt::Field::optional("token", "token").sensitive(),
                __rt::Field::optional("labels", "labels"),
            ],
        )
        .constants(&[__rt::FixedField::new("type", __rt::Constant::Text("user"))]);
    __rt::object!(SCHEMA, User[] { id, nick, boss, parent, token, labels } extra);
    __rt::data!(User[] { id, nick, boss, parent, token, labels } extra);
};
/// A `Point` object.
#[non_exhaustive]
pub struct Point {
    /// `x`
    pub x: ::core::primitive::f64,
    /// `y`
    pub y: ::core::primitive::f64,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Point",
        &[__rt::Field::required("x", "x"), __rt::Field::required("y", "y")],
    );
    __rt::object!(SCHEMA, Point[] { x, y });
    __rt::data!(Point[] { x, y });
};
/// A value of `State`.
#[non_exhaustive]
pub enum State {
    /// `active`
    Active,
    /// `on hold`
    OnHold,
    /// A value that the spec does not know, exactly as it came.
    Unknown(::callsheet::__private::String),
}
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::open_enum!(State { Active = "active", OnHold = "on hold" });
};
/// A value of `Mode`.
#[non_exhaustive]
pub enum Mode {
    /// `fast`
    Fast,
    /// `slow`
    Slow,
}
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::closed_enum!(Mode { Fast = "fast", Slow = "slow" } "one of `fast`, `slow`");
};
const _: () = ::callsheet::__private::check_extern::<::std::string::String>();
/// A `Bill` object.
#[non_exhaustive]
pub struct Bill {
    /// An amount.
    ///
    /// Matches `^[0-9]+$`.
    pub amount: ::callsheet::Extern<::std::string::String>,
    /// An amount.
    ///
    /// Matches `^[0-9]+$`.
    pub limit: ::callsheet::Patch<
        ::callsheet::Secret<::callsheet::Extern<::std::string::String>>,
    >,
    /// Fields that the spec does not know, by name.
    pub extra: ::callsheet::Extra,
}
const _: () = {
    use ::callsheet::__private as __rt;
    static SCHEMA: __rt::Schema = __rt::Schema::new(
        "Bill",
        &[
            __rt::Field::required("amount", "amount"),
            __rt::Field::patch("limit", "limit").sensitive(),
        ],
    );
    __rt::object!(SCHEMA, Bill[] { amount, limit } extra);
    __rt::data!(Bill[] { amount, limit } extra);
};
/// A `Ratio`.
///
/// In `0.0..=1.0`.
pub struct Ratio(::core::primitive::f64);
const _: () = {
    use ::callsheet::__private as __rt;
    static CHECKS: &[__rt::Check] = &[
        __rt::Check::Float {
            min: 0f64,
            max: 1f64,
            open: false,
        },
    ];
    __rt::wrapping_newtype!(Ratio, ::core::primitive::f64, CHECKS);
};
/// A `Key`.
pub struct Key(::callsheet::Uuid);
const _: () = {
    use ::callsheet::__private as __rt;
    static CHECKS: &[__rt::Check] = &[];
    __rt::wrapping_newtype!(Key, ::callsheet::Uuid, CHECKS text);
};
/// A `Ratios`.
///
/// Count in `1..`.
pub struct Ratios(::callsheet::__private::Map<Level, Ratio>);
const _: () = {
    use ::callsheet::__private as __rt;
    static CHECKS: &[__rt::Check] = &[
        __rt::Check::Count {
            min: 1,
            max: 18446744073709551615,
        },
    ];
    __rt::wrapping_newtype!(
        Ratios, ::callsheet::__private::Map < Level, Ratio >, CHECKS
    );
};
/// A value of `Level`.
#[non_exhaustive]
pub enum Level {
    /// `low`
    Low,
    /// `high`
    High,
    /// A value that the spec does not know, exactly as it came.
    Unknown(::callsheet::__private::String),
}
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::open_enum!(Level { Low = "low", High = "high" });
};
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    const _: () = {
        use ::callsheet::__private::keywords;
        const _: (
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::attribute::sensitive,
            keywords::attribute::closed,
            keywords::item::r#struct,
            keywords::item::r#enum,
            keywords::attribute::closed,
            keywords::item::r#enum,
            keywords::item::r#extern,
            keywords::item::r#struct,
            keywords::attribute::sensitive,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::item::r#struct,
            keywords::item::r#enum,
        ) = loop {};
    };
};
