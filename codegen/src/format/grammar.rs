//! What the groups of a text are: lists of items, of sections, of fields and so on, and where
//! their entries start and end. The text has been parsed, so this knows the grammar only as far as
//! lines and spaces depend on it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::pieces::Pieces;
use crate::source::{Sources, Span, Token, string_value};
use crate::syntax::{METHODS, is_number, is_word};

/// How deep groups may nest.
const MAX_DEPTH: usize = 64;

/// What the entries of a list are, and so how it is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Items of a file, of a macro's body or of a module.
    Items,
    /// Sections of an endpoint, of a webhook or of the API.
    Sections,
    /// Fields or errors.
    Fields,
    /// Variants of an enum.
    Variants,
    /// The fields of an exclusive group.
    Choice,
    /// Entries or elements of JSON.
    Json,
    /// What is in the brackets of an attribute.
    Attribute,
    /// Arguments of an attribute.
    Args,
    /// Types and what else stands on one line.
    Inline,
    /// A parameter in a path.
    Parameter,
}

impl Style {
    /// Whether its entries start with docs, attributes and a name.
    fn has_names(self) -> bool {
        matches!(self, Self::Fields | Self::Variants | Self::Choice | Self::Parameter)
    }

    /// Whether it has a line for each entry where the author wrote it so, or where it is too wide.
    pub(super) fn can_break(self) -> bool {
        !matches!(self, Self::Attribute | Self::Inline | Self::Parameter)
    }

    /// Whether a comma follows the last of several lines.
    pub(super) fn has_last_comma(self) -> bool {
        matches!(self, Self::Fields | Self::Variants | Self::Args)
    }
}

/// What is between an entry and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// Nothing.
    None,
    /// `,`
    Comma,
    /// `|`
    Bar,
}

/// An entry of a list.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its tokens, without what is between it and the next.
    pub(super) range: Range<usize>,
    pub(super) separator: Separator,
}

/// What is in a group, or in the whole text.
#[derive(Debug)]
pub(super) struct List {
    pub(super) style: Style,
    pub(super) entries: Vec<Entry>,
}

/// What the groups of a text are.
#[derive(Debug)]
pub(super) struct Form {
    /// The whole text.
    pub(super) root: List,
    pub(super) marks: Marks,
}

/// What is known of single tokens.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The groups, by the tokens that start them.
    pub(super) groups: BTreeMap<usize, List>,
    /// The tokens without a space before them, whatever they are.
    pub(super) glued: BTreeSet<usize>,
    /// The tokens with a space before them, whatever they are.
    pub(super) apart: BTreeSet<usize>,
    /// The last tokens of attributes.
    pub(super) attribute_ends: BTreeSet<usize>,
}

/// Reads the form of a text, and takes needless quotes from names. The span is that of a group
/// which is nested too deep.
pub(super) fn read(pieces: &mut Pieces<'_>) -> Result<Form, Span> {
    let all = 0..pieces.end();
    let mut reader = Reader { pieces, marks: Marks::default(), depth: 0, too_deep: None };
    let root = reader.items(all);
    match reader.too_deep {
        Some(open) => Err(Sources::span(open)),
        None => Ok(Form { root, marks: reader.marks }),
    }
}

/// Walks over the pieces. Every step takes the number of a token and gives that of the next one.
pub(super) struct Reader<'r, 'a> {
    pub(super) pieces: &'r mut Pieces<'a>,
    pub(super) marks: Marks,
    depth: usize,
    too_deep: Option<usize>,
}

impl Reader<'_, '_> {
    /// Reads the group that starts here, and goes behind it.
    pub(super) fn group(&mut self, open: usize, style: Style) -> usize {
        let Some(close) = self.pieces.close(open) else { return open + 1 };
        if self.depth >= MAX_DEPTH {
            self.too_deep.get_or_insert(open);
            return close + 1;
        }
        self.depth += 1;
        let inside = open + 1..close;
        if style == Style::Parameter {
            self.marks.glued.extend([open + 1, close]);
        }
        let list = match style {
            Style::Items => self.items(inside),
            Style::Sections => self.sections(inside),
            _ => self.separated(inside, style),
        };
        self.depth -= 1;
        self.marks.groups.insert(open, list);
        close + 1
    }

    /// Items, one after the other.
    fn items(&mut self, range: Range<usize>) -> List {
        let mut entries = Vec::new();
        let mut pos = range.start;
        while pos < range.end {
            let start = pos;
            pos = match self.inner(pos) {
                Some(pos) => pos,
                None => {
                    let keyword = self.meta(pos);
                    self.item(keyword, range.end)
                }
            };
            entries.push(Entry { range: start..pos, separator: Separator::None });
        }
        List { style: Style::Items, entries }
    }

    /// `//!` or `#![...]`
    fn inner(&mut self, pos: usize) -> Option<usize> {
        if matches!(self.pieces.token(pos), Token::Doc { inner: true, .. }) {
            return Some(pos + 1);
        }
        let is_attribute = self.pieces.is_punct(pos, '#') && self.pieces.is_punct(pos + 1, '!');
        is_attribute.then(|| self.group(pos + 2, Style::Attribute))
    }

    /// Doc comments and attributes.
    pub(super) fn meta(&mut self, mut pos: usize) -> usize {
        loop {
            if matches!(self.pieces.token(pos), Token::Doc { .. }) {
                pos += 1;
            } else if self.pieces.is_punct(pos, '#') && self.pieces.is_open(pos + 1, '[') {
                let is_check = self.pieces.is_word(pos + 2, "check");
                let open = pos + 1;
                pos = self.group(open, Style::Attribute);
                if is_check {
                    self.comparisons(open..pos);
                }
                self.marks.attribute_ends.insert(pos - 1);
            } else {
                return pos;
            }
        }
    }

    /// `<`, `<=`, `>=` and `>` are no brackets in `#[check(...)]`.
    fn comparisons(&mut self, range: Range<usize>) {
        for pos in range {
            if self.pieces.is_punct(pos, '<') || self.pieces.is_punct(pos, '>') {
                self.marks.apart.insert(pos);
                let next = pos + 1;
                if self.pieces.is_punct(next, '=') {
                    self.marks.glued.insert(next);
                } else {
                    self.marks.apart.insert(next);
                }
            }
        }
    }

    fn item(&mut self, pos: usize, end: usize) -> usize {
        let Token::Ident(keyword) = self.pieces.token(pos) else {
            return self.rest_of_item(pos, end, Style::Fields);
        };
        match keyword.as_str() {
            "mod" => self.rest_of_item(pos, end, Style::Items),
            "api" | "webhook" => self.rest_of_item(pos, end, Style::Sections),
            "extend" => {
                self.marks.apart.insert(pos + 1);
                self.rest_of_item(pos, end, Style::Fields)
            }
            method if METHODS.contains(&method) => {
                let pos = self.path(pos + 1, end);
                self.rest_of_item(pos, end, Style::Sections)
            }
            _ => self.rest_of_item(pos, end, Style::Fields),
        }
    }

    /// Goes behind the block or the `;` that ends an item.
    fn rest_of_item(&mut self, start: usize, end: usize, style: Style) -> usize {
        let is_enum = self.pieces.is_word(start, "enum");
        let style = if is_enum { Style::Variants } else { style };
        let mut pos = start;
        while pos < end {
            match self.pieces.token(pos) {
                Token::Open { bracket: '{', .. } => return self.group(pos, style),
                Token::Open { .. } => pos = self.group(pos, Style::Inline),
                Token::Punct(';') => return pos + 1,
                Token::Ident(word) if is_enum && word == "tag" && pos > start + 1 => {
                    self.unquote(pos + 1);
                    pos += 1;
                }
                _ => pos += 1,
            }
        }
        end
    }

    /// The path of an endpoint.
    fn path(&mut self, start: usize, end: usize) -> usize {
        if !self.pieces.is_punct(start, '/') {
            return start;
        }
        let mut pos = start;
        while pos < end && self.path_goes_on(pos) {
            self.glue(start, pos);
            pos = match self.pieces.token(pos) {
                Token::Open { .. } => self.group(pos, Style::Parameter),
                _ => pos + 1,
            };
        }
        pos
    }

    /// Nothing is between the tokens of a path, unless they would be something else without.
    pub(super) fn glue(&mut self, start: usize, pos: usize) {
        let word = |token: &Token| matches!(token, Token::Ident(_) | Token::Literal(_));
        let (before, here) = (self.pieces.before(pos), self.pieces.token(pos));
        let is_comment = *before == Token::Punct('/') && before == here;
        if pos > start && !is_comment && !(word(before) && word(here)) {
            self.marks.glued.insert(pos);
        }
    }

    /// Whether a token belongs to the path before it.
    fn path_goes_on(&self, pos: usize) -> bool {
        match self.pieces.token(pos) {
            Token::Punct('-') => !self.pieces.is_arrow(pos),
            Token::Punct(c) => "/.:@$~".contains(*c),
            // `as` ends a path, unless it is a segment itself.
            Token::Ident(word) => {
                word != "as"
                    || (*self.pieces.before(pos) == Token::Punct('/')
                        && !matches!(self.pieces.token(pos + 1), Token::Ident(_)))
            }
            Token::Literal(literal) => is_number(literal),
            Token::Open { bracket, .. } => *bracket == '{',
            _ => false,
        }
    }

    /// A list whose entries have something between.
    fn separated(&mut self, range: Range<usize>, style: Style) -> List {
        let mut entries = Vec::new();
        let mut start = range.start;
        while start < range.end {
            let end = self.entry(start, range.end, style);
            let separator = match self.pieces.token(end) {
                Token::Punct(',') => Separator::Comma,
                Token::Punct('|') => Separator::Bar,
                _ => Separator::None,
            };
            entries.push(Entry { range: start..end, separator });
            start = end + 1;
        }
        List { style, entries }
    }

    /// Goes to what ends an entry of a list.
    fn entry(&mut self, start: usize, end: usize, style: Style) -> usize {
        let mut pos = start;
        if style.has_names() {
            pos = self.meta(pos);
            self.name(pos, style);
            if self.pieces.is_open(pos, '(') {
                pos = self.group(pos, Style::Choice);
            }
        }
        let mut angles = 0_usize;
        while pos < end {
            match self.pieces.token(pos) {
                Token::Punct(',') if angles == 0 && style != Style::Attribute => return pos,
                Token::Punct('|') if style == Style::Choice && !self.is_null(pos + 1) => {
                    return pos;
                }
                Token::Punct('<') => angles += 1,
                Token::Punct('>') => angles = angles.saturating_sub(1),
                Token::Open { bracket, .. } => {
                    let inner = match (style, bracket) {
                        (Style::Json, _) => Style::Json,
                        (Style::Attribute | Style::Args, '(') => Style::Args,
                        (_, '{') => Style::Fields,
                        _ => Style::Inline,
                    };
                    pos = self.group(pos, inner);
                    continue;
                }
                _ => {}
            }
            pos += 1;
        }
        end
    }

    /// Takes the quotes from the name of a field, of a variant or of an error with its status.
    fn name(&mut self, pos: usize, style: Style) {
        let has_status = self.pieces.is_word(pos, "_")
            || matches!(self.pieces.token(pos), Token::Literal(text) if is_number(text));
        let pos = if has_status { pos + 1 } else { pos };
        // `"1"` is a text, and `1` a number.
        let is_text = self.plain_word(pos).is_some_and(|word| is_number(&word));
        if !(style == Style::Variants && is_text) {
            self.unquote(pos);
        }
    }

    /// Whether the `null` of a type is here, and not a field of that name.
    fn is_null(&self, pos: usize) -> bool {
        let is_name = matches!(self.pieces.token(pos + 1), Token::Punct(':' | '?'))
            || self.pieces.is_word(pos + 1, "as");
        self.pieces.is_word(pos, "null") && !is_name
    }

    /// The word that a quoted name could be.
    fn plain_word(&self, pos: usize) -> Option<String> {
        match self.pieces.token(pos) {
            Token::Literal(literal) => string_value(literal).filter(|text| is_word(text)),
            _ => None,
        }
    }

    /// Takes the quotes from a name that is a plain word.
    pub(super) fn unquote(&mut self, pos: usize) {
        if let Some(word) = self.plain_word(pos) {
            self.pieces.unquote(pos, word);
        }
    }
}
