#![allow(clippy::unwrap_used, clippy::panic, reason = "these are tests")]

use proptest::prelude::*;

use super::*;

/// All events of a stream that comes in pieces, the retry time, and whether it ended inside a block.
fn pieces<'a>(
    decoder: &mut Decoder,
    pieces: impl IntoIterator<Item = &'a [u8]>,
) -> Vec<Result<Event, TooLarge>> {
    let mut events = Vec::new();
    for mut piece in pieces {
        while let Some(event) = decoder.decode(&mut piece) {
            events.push(event);
        }
        assert!(piece.is_empty(), "nothing is left over");
    }
    events
}

fn events(stream: &[u8]) -> Vec<Event> {
    pieces(&mut Decoder::new(), [stream]).into_iter().map(Result::unwrap).collect()
}

fn data(stream: &[u8]) -> Vec<String> {
    events(stream).into_iter().map(|event| event.data).collect()
}

fn event(name: &str, data: &str, id: &str) -> Event {
    Event { name: name.into(), data: data.into(), id: id.into() }
}

#[test]
fn the_examples_of_the_standard() {
    let stream = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n";
    let expected = [
        event("message", "first event", "1"),
        event("message", "second event", ""),
        event("message", " third event", ""),
    ];
    assert_eq!(events(stream), expected);
    assert_eq!(data(b"data: YHOO\ndata: +2\ndata: 10\n\n"), ["YHOO\n+2\n10"]);
    assert_eq!(data(b"data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
    assert_eq!(data(b"data:test\n\ndata: test\n\n"), ["test", "test"]);
}

#[test]
fn f119_the_first_byte_order_mark_is_skipped() {
    let mark = b"\xef\xbb\xbf";
    let one = [mark, &b"data: a\n\n"[..]].concat();
    assert_eq!(data(&one), ["a"]);
    for split in 1..one.len() {
        let (start, end) = one.split_at(split);
        let found = pieces(&mut Decoder::new(), [start, end]);
        assert_eq!(found, [Ok(event("message", "a", ""))], "{split}");
    }
    // The second one is part of a field's name, which is unknown then.
    assert_eq!(data(&[mark, mark, &b"data: a\ndata: b\n\n"[..]].concat()), ["b"]);
    assert_eq!(data(&[b"data: ", &mark[..], b"\n\n"].concat()), ["\u{feff}"]);
    // What only begins as one is text.
    assert_eq!(data(b"\xef\xbbdata: a\ndata: b\n\n"), ["b"]);
    assert_eq!(data(b"\n\xef\xbb\xbfdata: a\ndata: b\n\n"), ["b"]);
}

#[test]
fn f120_lines_end_with_cr_lf_or_both() {
    for stream in
        ["data: a\n\ndata: b\n\n", "data: a\r\rdata: b\r\r", "data: a\r\n\r\ndata: b\r\n\r\n"]
    {
        assert_eq!(data(stream.as_bytes()), ["a", "b"], "{stream:?}");
    }
    assert_eq!(data(b"data: a\r\n\rdata: b\n\r\ndata: c\r\r\n"), ["a", "b", "c"]);
    // `\n\r` is two ends.
    assert_eq!(data(b"data: a\n\rdata: b\n\n"), ["a", "b"]);
    // A CR at the end of a piece ends the line there and then.
    let mut decoder = Decoder::new();
    let mut piece: &[u8] = b"data: a\r\n\r";
    assert_eq!(decoder.decode(&mut piece), Some(Ok(event("message", "a", ""))));
    let found = pieces(&mut decoder, [&b"\n"[..], b"data: b\r", b"\ndata: c\r", b"\n\r", b"\n"]);
    assert_eq!(found, [Ok(event("message", "b\nc", ""))]);
}

#[test]
fn f121_nothing_else_ends_a_line() {
    let text = "a\u{2028}b\u{85}c\u{b}d\u{c}e\u{2029}f\u{1c}g";
    assert_eq!(data(format!("data: {text}\n\n").as_bytes()), [text]);
}

#[test]
fn f122_what_is_not_utf_8_is_replaced() {
    assert_eq!(
        data(b"data: a\xffb\n\ndata: \xf0\x9f\x98\n\ndata: c\n\n"),
        ["a\u{fffd}b", "\u{fffd}", "c"]
    );
    assert_eq!(events(b"event: \xff\nid: \xfe\ndata\n\n"), [event("\u{fffd}", "", "\u{fffd}")]);
}

#[test]
fn f123_ids_stay_until_there_is_another() {
    let stream =
        b"id: 1\ndata: a\n\ndata: b\n\nid: 2\0\ndata: c\n\nid: 3\n\ndata: d\n\nid\ndata: e\n\n";
    let ids: Vec<String> = events(stream).into_iter().map(|event| event.id).collect();
    assert_eq!(ids, ["1", "1", "1", "3", ""]);
    let mut decoder = Decoder::new().last_id("0");
    assert_eq!(pieces(&mut decoder, [&b"data: a\n\n"[..]]), [Ok(event("message", "a", "0"))]);
}

#[test]
fn f124_only_digits_are_a_retry_time() {
    let retry = |value: &str| {
        let mut decoder = Decoder::new();
        pieces(&mut decoder, [format!("retry: 7\nretry:{value}\n").as_bytes()]);
        decoder.retry().unwrap()
    };
    for value in ["", " ", " 5x", " +5", " -1", " 5 ", "  5", " 1.5", " ٣"] {
        assert_eq!(retry(value), Duration::from_millis(7), "{value:?}");
    }
    assert_eq!(retry(" 0"), Duration::ZERO);
    assert_eq!(retry("1500"), Duration::from_millis(1500));
    assert_eq!(retry(" 1180591620717411303424"), Duration::from_millis(u64::MAX));
    assert_eq!(Decoder::new().retry(), None);
}

#[test]
fn f125_fields_are_what_the_standard_says() {
    // Names are exact.
    assert_eq!(data(b" data: a\nDATA: a\ndata : a\ndat: a\nfoo\n\n"), [""; 0]);
    assert_eq!(data(b"data: a:b\n\n"), ["a:b"]);
    assert_eq!(data(b"data:\ta\n\n"), ["\ta"]);
    assert_eq!(data(b": data: a\n:\ndata: b\n\n"), ["b"]);
    assert_eq!(data("data: x\n".repeat(100).as_bytes()), [""; 0]);
    let many = "data: x\n".repeat(100) + "\n";
    assert_eq!(data(many.as_bytes()), [["x"; 100].join("\n")]);
    // The last name counts, and for one event only, even if that is none.
    assert_eq!(
        events(b"event: a\nevent: b\ndata\n\ndata\n\nevent: c\n\ndata\n\nevent\ndata\n\n"),
        [
            event("b", "", ""),
            event("message", "", ""),
            event("message", "", ""),
            event("message", "", ""),
        ]
    );
}

#[test]
fn f126_what_is_not_complete_is_no_event() {
    for stream in ["data: a", "data: a\n", "data: a\r\nid: 1", "data: a\nid: 1\n"] {
        let mut decoder = Decoder::new();
        assert_eq!(pieces(&mut decoder, [stream.as_bytes()]), []);
        assert!(decoder.is_inside());
    }
    let mut decoder = Decoder::new();
    assert_eq!(pieces(&mut decoder, [&b"data: a\n\n"[..]]).len(), 1);
    assert!(!decoder.is_inside());
}

#[test]
fn f127_an_event_has_a_limit_and_comments_are_not_kept() {
    let limit = || Decoder::new().max_event(16);
    let line = |length: usize| format!("data: {}\n\n", "x".repeat(length - 6));
    assert!(pieces(&mut limit(), [line(16).as_bytes()]).iter().all(Result::is_ok));
    assert_eq!(pieces(&mut limit(), [line(17).as_bytes()]), [Err(TooLarge { limit: 16 })]);
    let many = line(16).repeat(3);
    assert_eq!(pieces(&mut limit(), [many.as_bytes()]).len(), 3);
    for endless in ["data\n", ":ping\n", "x", "id: 1\r\n"] {
        let mut decoder = limit();
        let all = pieces(&mut decoder, std::iter::repeat_n(endless.as_bytes(), 100));
        // It is said once, and all that follows is dropped.
        assert_eq!(all, [Err(TooLarge { limit: 16 })], "{endless}");
        assert_eq!(pieces(&mut decoder, [&b"\n\ndata: a\n\n"[..]]), []);
    }
    let mut decoder = Decoder::new();
    let comment = [b":".as_slice(), &vec![b'x'; 100_000]].concat();
    pieces(&mut decoder, comment.chunks(1000));
    assert_eq!(decoder.line.capacity(), 0);
    assert_eq!(pieces(&mut decoder, [&b"\ndata: a\n\n"[..]]).len(), 1);
}

#[test]
fn f129_a_long_line_in_small_pieces_is_read_in_linear_time() {
    // Reading 8 MiB byte by byte takes far longer than any test may, unless each is looked at once.
    let line = [b"data: ".as_slice(), &vec![b'x'; 8 << 20], b"\n\n"].concat();
    let mut decoder = Decoder::new();
    let found = pieces(&mut decoder, line.chunks(1));
    assert_eq!(found.len(), 1);
    assert_eq!(found.into_iter().next().unwrap().unwrap().data.len(), 8 << 20);
}

/// The standard word by word, on the whole stream at once.
fn naive(stream: &[u8]) -> Vec<Event> {
    let text = String::from_utf8_lossy(stream).into_owned();
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<&str> = text.split('\n').collect();
    // What follows the last end is no line.
    lines.pop();
    let (mut events, mut data, mut name, mut id) = (vec![], String::new(), "", "");
    for line in lines {
        if line.is_empty() {
            if let Some(data) = data.strip_suffix('\n') {
                events.push(event(if name.is_empty() { "message" } else { name }, data, id));
            }
            (data, name) = (String::new(), "");
            continue;
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => name = value,
            "data" => data.extend([value, "\n"]),
            "id" if !value.contains('\0') => id = value,
            _ => {}
        }
    }
    events
}

/// A stream of parts that matter to a decoder.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![&b"\n"[..], b"\r", b"\r\n", b"\n\n", b"\r\n\r\n"]),
        4 => prop::sample::select(vec![
            &b"data"[..], b"data:", b"data: ", b"event: ", b"id: ", b"id:", b"retry: 5", b":",
        ]),
        2 => prop::sample::select(vec![
            &b" "[..], b"\0", b"\xef\xbb\xbf", b"\xef\xbb", b"\xef", b"\xff", b"\xf0\x9f", b"a",
            "é\u{2028}".as_bytes(),
        ]),
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn f118_any_split_of_a_stream_gives_the_events_of_the_standard(
        stream in stream(),
        cuts in prop::collection::vec(0..100_usize, 0..20),
        limit in prop::option::of(1..40_usize),
    ) {
        prop_assert_eq!(events(&stream), naive(&stream));
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(stream.len())).collect();
        cuts.sort_unstable();
        let ends = cuts.iter().copied().chain([stream.len()]);
        let starts = [0].into_iter().chain(cuts.iter().copied());
        let parts = starts.zip(ends).map(|(start, end)| stream.get(start..end).unwrap());
        let new = || Decoder::new().max_event(limit.unwrap_or(MAX_EVENT));
        let (mut whole, mut split, mut bytes) = (new(), new(), new());
        let expected = pieces(&mut whole, [&stream[..]]);
        prop_assert_eq!(&expected, &pieces(&mut split, parts));
        prop_assert_eq!(&expected, &pieces(&mut bytes, stream.chunks(1)));
        prop_assert_eq!(whole.retry(), split.retry());
    }
}
