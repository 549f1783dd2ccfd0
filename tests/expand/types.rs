/// Who.
///
/// Starts with `user_`.
pub struct UserId(::callsheet::__private::String);
const _: () = {
    use ::callsheet::__private as __rt;
    static CHECKS: &[__rt::Check] = &[__rt::Check::Prefix("user_")];
    impl UserId {
        /// Checks the value against the rules of the type. `From` takes it as it is; the
        /// rules are checked then when a request that holds it is sent.
        ///
        /// # Errors
        /// If it breaks a rule.
        pub fn new(
            value: impl ::core::convert::Into<::callsheet::__private::String>,
        ) -> ::core::result::Result<Self, ::callsheet::Violation> {
            let value = Self(::core::convert::Into::into(value));
            __rt::check_value(&value.0, CHECKS)?;
            ::core::result::Result::Ok(value)
        }
    }
    impl UserId {
        /// The text.
        pub fn as_str(&self) -> &::core::primitive::str {
            &self.0
        }
        /// The text itself.
        pub fn into_string(self) -> __rt::String {
            self.0
        }
    }
    impl ::core::convert::From<&::core::primitive::str> for UserId {
        fn from(value: &::core::primitive::str) -> Self {
            Self(::core::convert::From::from(value))
        }
    }
    impl ::core::convert::From<__rt::String> for UserId {
        fn from(value: __rt::String) -> Self {
            Self(value)
        }
    }
    impl ::core::convert::From<&Self> for UserId {
        fn from(value: &Self) -> Self {
            ::core::clone::Clone::clone(value)
        }
    }
    impl ::core::str::FromStr for UserId {
        type Err = ::callsheet::Violation;
        fn from_str(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, Self::Err> {
            Self::new(text)
        }
    }
    impl ::core::convert::AsRef<::core::primitive::str> for UserId {
        fn as_ref(&self) -> &::core::primitive::str {
            self.as_str()
        }
    }
    impl ::core::fmt::Display for UserId {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Display::fmt(self.as_str(), f)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for UserId {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(self.as_str(), f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for UserId {
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            self.as_str() == other.as_str()
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Eq for UserId {}
    impl ::core::cmp::PartialEq<::core::primitive::str> for UserId {
        fn eq(&self, other: &::core::primitive::str) -> ::core::primitive::bool {
            self.as_str() == other
        }
    }
    impl ::core::cmp::PartialEq<&::core::primitive::str> for UserId {
        fn eq(&self, other: &&::core::primitive::str) -> ::core::primitive::bool {
            self.as_str() == *other
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialOrd for UserId {
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Ord for UserId {
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ord::cmp(self.as_str(), other.as_str())
        }
    }
    #[automatically_derived]
    impl ::core::hash::Hash for UserId {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(self.as_str(), state);
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for UserId {
        fn clone(&self) -> Self {
            Self(::core::clone::Clone::clone(&self.0))
        }
    }
    impl __rt::Value for UserId {
        fn view(&self) -> __rt::View<'_> {
            __rt::Value::view(&self.0)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Value::slot(&mut self.0)
        }
        fn blank() -> Self {
            Self(__rt::Value::blank())
        }
    }
    impl __rt::Serialize for UserId {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for UserId {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    impl Count {
        /// Checks the value against the rules of the type. `From` takes it as it is; the
        /// rules are checked then when a request that holds it is sent.
        ///
        /// # Errors
        /// If it breaks a rule.
        pub fn new(
            value: ::core::primitive::u32,
        ) -> ::core::result::Result<Self, ::callsheet::Violation> {
            let value = Self(value);
            __rt::check_value(&value.0, CHECKS)?;
            ::core::result::Result::Ok(value)
        }
    }
    impl Count {
        /// The number.
        pub fn get(&self) -> ::core::primitive::u32 {
            self.0
        }
    }
    #[automatically_derived]
    impl ::core::marker::Copy for Count {}
    impl ::core::convert::From<::core::primitive::u32> for Count {
        fn from(value: ::core::primitive::u32) -> Self {
            Self(value)
        }
    }
    impl ::core::fmt::Display for Count {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Display::fmt(&self.0, f)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Count {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&self.0, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Count {
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            self.0 == other.0
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Eq for Count {}
    #[automatically_derived]
    impl ::core::cmp::PartialOrd for Count {
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Ord for Count {
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ord::cmp(&self.0, &other.0)
        }
    }
    #[automatically_derived]
    impl ::core::hash::Hash for Count {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(&self.0, state);
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Count {
        fn clone(&self) -> Self {
            Self(::core::clone::Clone::clone(&self.0))
        }
    }
    impl __rt::Value for Count {
        fn view(&self) -> __rt::View<'_> {
            __rt::Value::view(&self.0)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Value::slot(&mut self.0)
        }
        fn blank() -> Self {
            Self(__rt::Value::blank())
        }
    }
    impl __rt::Serialize for Count {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for Count {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "User",
        fields: &[
            __rt::Field::required("id", "id").checks(&[__rt::Check::Prefix("user_")]),
            __rt::Field::constant("type", __rt::Constant::Text("user")),
            __rt::Field::optional("nick", "nick"),
            __rt::Field::nullable("boss", "boss")
                .checks(&[__rt::Check::Prefix("user_")]),
            __rt::Field::optional("parent", "parent"),
            __rt::Field::optional("token", "token").sensitive(),
            __rt::Field::optional("labels", "labels"),
        ],
    };
    impl __rt::Object for User {
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
                    2 => &self.nick,
                    3 => &self.boss,
                    4 => &self.parent,
                    5 => &self.token,
                    6 => &self.labels,
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
                    2 => &mut self.nick,
                    3 => &mut self.boss,
                    4 => &mut self.parent,
                    5 => &mut self.token,
                    6 => &mut self.labels,
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
    impl __rt::Value for User {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Object(self)
        }
        fn blank() -> Self {
            Self {
                id: __rt::Value::blank(),
                nick: __rt::Value::blank(),
                boss: __rt::Value::blank(),
                parent: __rt::Value::blank(),
                token: __rt::Value::blank(),
                labels: __rt::Value::blank(),
                extra: ::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for User {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                id: ::core::clone::Clone::clone(&self.id),
                nick: ::core::clone::Clone::clone(&self.nick),
                boss: ::core::clone::Clone::clone(&self.boss),
                parent: ::core::clone::Clone::clone(&self.parent),
                token: ::core::clone::Clone::clone(&self.token),
                labels: ::core::clone::Clone::clone(&self.labels),
                extra: ::core::clone::Clone::clone(&self.extra),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for User {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for User {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for User {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for User {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    static SCHEMA: __rt::Schema = __rt::Schema {
        name: "Point",
        fields: &[__rt::Field::required("x", "x"), __rt::Field::required("y", "y")],
    };
    impl __rt::Object for Point {
        fn schema(&self) -> &'static __rt::Schema {
            &SCHEMA
        }
        fn get(
            &self,
            __index: ::core::primitive::usize,
        ) -> ::core::option::Option<&dyn __rt::Value> {
            ::core::option::Option::Some(
                match __index {
                    0 => &self.x,
                    1 => &self.y,
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
                    0 => &mut self.x,
                    1 => &mut self.y,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    impl __rt::Value for Point {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Object(self)
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Object(self)
        }
        fn blank() -> Self {
            Self {
                x: __rt::Value::blank(),
                y: __rt::Value::blank(),
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for Point {
        #[inline]
        fn clone(&self) -> Self {
            Self {
                x: ::core::clone::Clone::clone(&self.x),
                y: ::core::clone::Clone::clone(&self.y),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Point {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::debug(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Point {
        #[inline]
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            __rt::equal(self, other)
        }
    }
    impl __rt::Serialize for Point {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for Point {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    impl State {
        /// The value as it goes on the wire.
        pub fn as_str(&self) -> &::core::primitive::str {
            match self {
                Self::Active => "active",
                Self::OnHold => "on hold",
                Self::Unknown(text) => text,
            }
        }
    }
    impl State {
        fn from_text(text: __rt::Cow<'_, ::core::primitive::str>) -> Self {
            match &*text {
                "active" => Self::Active,
                "on hold" => Self::OnHold,
                _ => Self::Unknown(text.into_owned()),
            }
        }
    }
    impl ::core::convert::From<&::core::primitive::str> for State {
        fn from(text: &::core::primitive::str) -> Self {
            Self::from_text(__rt::Cow::Borrowed(text))
        }
    }
    impl ::core::convert::From<__rt::String> for State {
        fn from(text: __rt::String) -> Self {
            Self::from_text(__rt::Cow::Owned(text))
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for State {
        fn clone(&self) -> Self {
            Self::from_text(__rt::Cow::Borrowed(self.as_str()))
        }
    }
    impl __rt::TextSlot for State {
        fn set(
            &mut self,
            text: __rt::Cow<'_, ::core::primitive::str>,
        ) -> ::core::result::Result<(), __rt::Expected> {
            *self = Self::from_text(text);
            ::core::result::Result::Ok(())
        }
    }
    impl __rt::Value for State {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Text(self.as_str())
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Text(self)
        }
        fn blank() -> Self {
            Self::Unknown(__rt::String::new())
        }
    }
    impl ::core::convert::AsRef<::core::primitive::str> for State {
        fn as_ref(&self) -> &::core::primitive::str {
            self.as_str()
        }
    }
    impl ::core::fmt::Display for State {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Display::fmt(self.as_str(), f)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for State {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(self.as_str(), f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for State {
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            self.as_str() == other.as_str()
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Eq for State {}
    impl ::core::cmp::PartialEq<::core::primitive::str> for State {
        fn eq(&self, other: &::core::primitive::str) -> ::core::primitive::bool {
            self.as_str() == other
        }
    }
    impl ::core::cmp::PartialEq<&::core::primitive::str> for State {
        fn eq(&self, other: &&::core::primitive::str) -> ::core::primitive::bool {
            self.as_str() == *other
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialOrd for State {
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Ord for State {
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ord::cmp(self.as_str(), other.as_str())
        }
    }
    #[automatically_derived]
    impl ::core::hash::Hash for State {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(self.as_str(), state);
        }
    }
    impl __rt::Serialize for State {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for State {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
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
    impl Mode {
        /// The value as it goes on the wire.
        pub fn as_str(&self) -> &::core::primitive::str {
            match self {
                Self::Fast => "fast",
                Self::Slow => "slow",
            }
        }
    }
    #[automatically_derived]
    impl ::core::marker::Copy for Mode {}
    #[automatically_derived]
    impl ::core::clone::Clone for Mode {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl __rt::TextSlot for Mode {
        fn set(
            &mut self,
            text: __rt::Cow<'_, ::core::primitive::str>,
        ) -> ::core::result::Result<(), __rt::Expected> {
            *self = match &*text {
                "fast" => Self::Fast,
                "slow" => Self::Slow,
                _ => {
                    return ::core::result::Result::Err(
                        __rt::Expected(__rt::Cow::Borrowed("one of `fast`, `slow`")),
                    );
                }
            };
            ::core::result::Result::Ok(())
        }
    }
    impl __rt::Value for Mode {
        fn view(&self) -> __rt::View<'_> {
            __rt::View::Text(self.as_str())
        }
        fn slot(&mut self) -> __rt::Slot<'_> {
            __rt::Slot::Text(self)
        }
        fn blank() -> Self {
            Self::Fast
        }
    }
    impl ::core::convert::AsRef<::core::primitive::str> for Mode {
        fn as_ref(&self) -> &::core::primitive::str {
            self.as_str()
        }
    }
    impl ::core::fmt::Display for Mode {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Display::fmt(self.as_str(), f)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Mode {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(self.as_str(), f)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for Mode {
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            self.as_str() == other.as_str()
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Eq for Mode {}
    impl ::core::cmp::PartialEq<::core::primitive::str> for Mode {
        fn eq(&self, other: &::core::primitive::str) -> ::core::primitive::bool {
            self.as_str() == other
        }
    }
    impl ::core::cmp::PartialEq<&::core::primitive::str> for Mode {
        fn eq(&self, other: &&::core::primitive::str) -> ::core::primitive::bool {
            self.as_str() == *other
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialOrd for Mode {
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Ord for Mode {
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ord::cmp(self.as_str(), other.as_str())
        }
    }
    #[automatically_derived]
    impl ::core::hash::Hash for Mode {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(self.as_str(), state);
        }
    }
    impl __rt::Serialize for Mode {
        fn serialize<S: __rt::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            __rt::serialize(self, serializer)
        }
    }
    impl<'de> __rt::Deserialize<'de> for Mode {
        fn deserialize<D: __rt::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            __rt::deserialize(deserializer)
        }
    }
};
