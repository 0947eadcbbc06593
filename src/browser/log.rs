//! The lines of a conversation on a page, made here one by one: what people write is shown as text
//! and is never read as markup.

use std::cell::RefCell;

use leptos::{
    prelude::document,
    web_sys::{Element, Node},
};

use super::screen::Part;

/// One line as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Whose it is, for the style: `me`, `other`, `notice`.
    pub from: &'static str,
    /// What is the matter with it, for the style: `failed`, or nothing.
    pub state: &'static str,
    /// Who wrote it; may be empty.
    pub author: String,
    /// Its words, and for those that are a link, where to.
    pub words: Vec<(String, Option<String>)>,
    /// The time of day; may be empty.
    pub time: String,
    /// How far it has come; may be empty.
    pub delivery: &'static str,
}

/// The lines of one conversation.
#[derive(Debug)]
pub struct Log {
    part: Part,
    rows: RefCell<Vec<Shown>>,
}

/// A line that is on the page.
#[derive(Debug)]
struct Shown {
    row: Row,
    line: Element,
    author: Element,
    words: Element,
    time: Element,
    delivery: Element,
}

impl Log {
    /// The lines inside `part`, which has none yet.
    #[must_use]
    pub const fn inside(part: Part) -> Self {
        Self { part, rows: RefCell::new(Vec::new()) }
    }

    /// Shows these lines and no others. A line keeps its element at its place: what is already
    /// there changes in place, and only where it differs.
    pub fn show(&self, rows: Vec<Row>) {
        let mut shown = self.rows.borrow_mut();
        while shown.len() > rows.len() {
            if let Some(last) = shown.pop() {
                last.line.remove();
            }
        }
        for (place, row) in rows.into_iter().enumerate() {
            if let Some(former) = shown.get_mut(place) {
                former.become_row(row);
            } else if let Some(new) = Shown::with(row) {
                if let Some(part) = self.part.element() {
                    add(&part, &new.line);
                }
                shown.push(new);
            }
        }
    }
}

impl Shown {
    fn with(row: Row) -> Option<Self> {
        let (line, meta) = (make("div", "line")?, make("span", "meta")?);
        let mut shown = Self {
            row: Row::default(),
            line,
            author: make("span", "author")?,
            words: make("p", "")?,
            time: make("span", "time")?,
            delivery: make("span", "delivery")?,
        };
        mark(&shown.words, "dir", "auto");
        // A screen reader reads the message once, and not again at every step of its way.
        mark(&meta, "aria-live", "off");
        for (outer, inner) in [
            (&shown.line, &shown.author),
            (&shown.line, &shown.words),
            (&shown.line, &meta),
            (&meta, &shown.time),
            (&meta, &shown.delivery),
        ] {
            add(outer, inner);
        }
        shown.become_row(row);
        Some(shown)
    }

    fn become_row(&mut self, row: Row) {
        let former = &self.row;
        if former == &row {
            return;
        }
        mark(&self.line, "data-from", row.from);
        mark(&self.line, "data-state", row.state);
        for (element, former, words) in [
            (&self.author, former.author.as_str(), row.author.as_str()),
            (&self.time, former.time.as_str(), row.time.as_str()),
            (&self.delivery, former.delivery, row.delivery),
        ] {
            if former != words {
                element.set_text_content(Some(words));
            }
        }
        if former.words != row.words {
            self.words.set_text_content(None);
            for (shown, address) in &row.words {
                match address {
                    None => add(&self.words, &document().create_text_node(shown)),
                    Some(address) => add_link(&self.words, shown, address),
                }
            }
        }
        self.row = row;
    }
}

fn add_link(outer: &Element, shown: &str, address: &str) {
    if let Some(link) = make("a", "") {
        mark(&link, "href", address);
        mark(&link, "target", "_blank");
        mark(&link, "rel", "noreferrer noopener");
        link.set_text_content(Some(shown));
        add(outer, &link);
    }
}

fn make(name: &str, class: &str) -> Option<Element> {
    // No name of an element of ours is invalid, the only failure the DOM knows here.
    let element = document().create_element(name).ok()?;
    if !class.is_empty() {
        mark(&element, "class", class);
    }
    Some(element)
}

fn mark(element: &Element, attribute: &str, value: &str) {
    // Nor any name of an attribute.
    let _ = element.set_attribute(attribute, value);
}

fn add(outer: &Element, inner: &Node) {
    // Refused only where one would stand in itself.
    let _ = outer.append_child(inner);
}
