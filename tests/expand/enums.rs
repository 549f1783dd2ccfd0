/// A value of `Priority`.
#[allow(deprecated)]
#[non_exhaustive]
pub enum Priority {
    /// Later.
    Low,
    /// `2`
    #[deprecated(since = "1.2.0", note = "use `1`")]
    High,
    /// `-1`
    Unset,
    /// A value that the spec does not know, exactly as it came.
    Unknown(::core::primitive::i64),
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::open_integer_enum!(Priority { Low = 1, High = 2, Unset = - 1 });
};
/// A value of `Level`.
#[allow(deprecated)]
#[non_exhaustive]
pub enum Level {
    /// `0`
    Off,
    /// `1`
    On,
}
#[allow(deprecated)]
const _: () = {
    use ::callsheet::__private as __rt;
    __rt::closed_integer_enum!(Level { Off = 0, On = 1 } "one of `0`, `1`");
};
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    const _: () = {
        use ::callsheet::__private::keywords;
        const _: (
            keywords::item::r#enum,
            keywords::attribute::deprecated,
            keywords::attribute::closed,
            keywords::item::r#enum,
        ) = loop {};
    };
};
