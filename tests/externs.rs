//! Types of the user's own in a spec.

use serde_json::{Value, json};

use money::{Money as Cents, Mute as Silent};

mod money {
    use std::fmt;
    use std::str::FromStr;

    use callsheet::serde::de::Error as _;
    use callsheet::serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// An amount in cents, on the wire a text such as `"12.50"`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Money(pub u64);

    impl FromStr for Money {
        type Err = String;

        fn from_str(text: &str) -> Result<Self, String> {
            let (units, cents) = text.split_once('.').ok_or("an amount has a point")?;
            let digits = format!("{units}{cents}");
            digits.parse().map(Self).map_err(|error| format!("canary {text}: {error}"))
        }
    }

    impl fmt::Display for Money {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
        }
    }

    impl Serialize for Money {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Money {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        }
    }

    /// A type whose serde impl always fails.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Mute;

    impl Serialize for Mute {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(callsheet::serde::ser::Error::custom("canary"))
        }
    }

    impl<'de> Deserialize<'de> for Mute {
        fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
            Err(D::Error::custom("canary"))
        }
    }
}

callsheet::client! {
    api Acme { server "https://api.acme.example" }

    extern type Money: String in "^[0-9]+[.][0-9]{2}$" = crate::money::Money;
    extern type Mute: Json = crate::money::Mute;

    GET /prices/{price: Money} as find {
        query { above?: Money, among?: [Money] }
        header { X-Limit?: Money }
        -> 200 [Bill]
    }
    POST /bills as create {
        body {
            cost: Money,
            tip?: Money | null,
            parts?: [Money],
            by_name?: Map<String, Money>,
            mute?: Mute,
            #[sensitive] limit?: Money,
            #[sensitive] hidden?: Mute,
        }
        -> 201 Bill
        example { "cost": "1.00", "tip": null } -> 201 { "cost": "1.00", "total": null }
    }
    struct Bill {
        cost: Money,
        total: Money | null,
        tip?: Money | null,
        parts?: [Money],
        #[sensitive] limit?: Money,
    }
}

fn client() -> Acme {
    Acme::builder().build().unwrap()
}

fn bill(value: Value) -> Result<Bill, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

#[test]
fn values_are_read_and_written_by_their_own_impls() {
    let text = json!({"cost": "12.50", "total": null, "parts": ["0.01", "0.02"], "tip": null});
    let bill = bill(text.clone()).unwrap();
    assert_eq!(
        (*bill.cost, bill.cost.0, bill.cost.to_string()),
        (Cents(1250), 1250, "12.50".into())
    );
    assert_eq!(bill.total, None);
    assert_eq!(bill.parts.as_ref().map(Vec::len), Some(2));
    assert_eq!(serde_json::to_value(&bill).unwrap(), text);
    assert_eq!(bill, bill.clone());
    assert!(format!("{bill:?}").starts_with("Bill { cost: Money(1250), total: None, tip: Null"));
    let other: Bill = serde_json::from_value(json!({"cost": "12.51", "total": null})).unwrap();
    assert_ne!(bill, other);
}

#[test]
fn setters_take_the_type_itself() {
    let request = client()
        .create(Cents(5))
        .tip(Cents(1))
        .parts([Cents(2)])
        .by_name([("a", Cents(3))])
        .limit(Cents(4))
        .to_http()
        .unwrap();
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(
        body,
        json!({"cost": "0.05", "tip": "0.01", "parts": ["0.02"], "by_name": {"a": "0.03"}, "limit": "0.04"})
    );
    let request = client()
        .find(Cents(1))
        .above(Cents(2))
        .among([Cents(3), Cents(4)])
        .x_limit(Cents(5))
        .to_http()
        .unwrap();
    assert_eq!(
        request.uri(),
        "https://api.acme.example/prices/0.01?above=0.02&among=0.03&among=0.04"
    );
    assert_eq!(request.headers()["x-limit"], "0.05");
}

#[test]
fn what_the_type_refuses_is_an_error_of_decoding() {
    let error = bill(json!({"cost": "1", "total": null})).unwrap_err();
    assert!(error.contains("an amount has a point"), "{error}");
    assert!(bill(json!({"cost": 5, "total": null})).unwrap_err().contains("expected a string"));
    assert!(bill(json!({"cost": null, "total": null})).unwrap_err().contains("null"));
    assert!(bill(json!({"total": null})).unwrap_err().contains("missing field `cost`"));
    let error = bill(json!({"cost": "1.00", "total": null, "limit": "x.y"})).unwrap_err();
    assert!(!error.contains("canary"), "{error}");
}

#[test]
fn what_the_type_cannot_write_is_an_error_with_a_path() {
    let error = client().create(Cents(1)).mute(Silent).to_http().unwrap_err();
    assert!(error.to_string().contains("mute: canary"), "{error}");
    let error = client().create(Cents(1)).hidden(Silent).to_http().unwrap_err();
    assert!(error.to_string().contains("hidden"), "{error}");
    assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
}
