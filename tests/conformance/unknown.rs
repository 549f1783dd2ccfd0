//! What a filled request has that the spec does not know.

use callsheet::value::{Map, Object, Value, View};

/// The places of values and fields that are kept without being known.
pub fn unknown(request: &dyn Object) -> Vec<String> {
    let mut found = Vec::new();
    object(request, "", &mut found);
    found
}

fn object(of: &dyn Object, at: &str, found: &mut Vec<String>) {
    let schema = of.schema();
    of.fields(&mut |values, extra| {
        for (field, of) in schema.fields.iter().zip(values) {
            value(*of, &format!("{at}/{}", field.wire), found);
        }
        if let Some(extra) = extra {
            rest(extra, schema.is_open, at, found);
        }
    });
}

/// Keys that the table does not know. Where the spec declares others, only their values count.
fn rest(extra: &dyn Map, is_open: bool, at: &str, found: &mut Vec<String>) {
    extra.for_each(&mut |key, of| {
        if is_open {
            value(of, &format!("{at}/{key}"), found);
        } else {
            found.push(format!("{at}/{key}"));
        }
        true
    });
}

fn value(of: &dyn Value, at: &str, found: &mut Vec<String>) {
    if of.is_unknown() {
        found.push(at.to_owned());
        return;
    }
    match of.view() {
        View::List(list) => {
            for (index, of) in (0..list.len()).map_while(|index| Some((index, list.get(index)?))) {
                value(of, &format!("{at}/{index}"), found);
            }
        }
        View::Map(map) => map.for_each(&mut |key, of| {
            value(of, &format!("{at}/{key}"), found);
            true
        }),
        View::Object(of) => object(of, at, found),
        View::Union(union) => {
            if let Some(payload) = union.variant().payload {
                value(payload, at, found);
            }
        }
        View::Secret(of) => value(of, at, found),
        _ => {}
    }
}
