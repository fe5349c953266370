//! XML elements as values: names are ours, text and attribute values are data and always escaped.

use std::borrow::Cow;

use quick_xml::escape::escape;

use crate::render::append;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

/// An element, written as far as it is known: a tree of all parts of a document would take many times the room.
#[derive(Debug, Clone)]
pub struct Element {
    name: &'static str,
    /// As they stand behind the name, each with a space before it.
    attributes: String,
    /// What stands between start and end. Nothing when it is one tag, as it has neither children nor text.
    content: Option<String>,
}

impl Element {
    pub fn new(name: &'static str) -> Self {
        Element { name, attributes: String::new(), content: None }
    }

    /// An element that only carries `w:val`, as most of WordprocessingML does.
    pub fn val(name: &'static str, value: impl ToString) -> Self {
        Element::new(name).attr("w:val", value)
    }

    pub fn attr(mut self, name: &'static str, value: impl ToString) -> Self {
        let value = value.to_string();
        let value = carried(&value);
        append(&mut self.attributes, &[" ", name, "=\"", &escape(&*value), "\""]);
        self
    }

    pub fn child(mut self, child: Element) -> Self {
        self.push(child);
        self
    }

    /// Takes an `Option` as well: nothing is then added for `None`.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().for_each(|child| self.push(child));
        self
    }

    pub fn text(mut self, literal: &str) -> Self {
        self.content.get_or_insert_default().push_str(&escape(&*carried(literal)));
        self
    }

    pub fn push(&mut self, child: Element) {
        child.write(self.content.get_or_insert_default());
    }

    pub fn is_empty(&self) -> bool {
        self.content.is_none()
    }

    /// The element as a whole file.
    pub fn to_part(&self) -> Vec<u8> {
        let mut file = DECLARATION.to_owned();
        self.write(&mut file);
        file.into_bytes()
    }

    fn write(&self, to: &mut String) {
        let (name, attributes) = (self.name, self.attributes.as_str());
        match &self.content {
            Some(content) => append(to, &["<", name, attributes, ">", content, "</", name, ">"]),
            None => append(to, &["<", name, attributes, "/>"]),
        }
    }
}

/// What XML 1.0 can carry: Word calls a file with any other character damaged.
fn carried(literal: &str) -> Cow<'_, str> {
    // Nearly every text is fine as it is, and that is quickly seen: what cannot be carried begins with one of these bytes.
    if literal.bytes().all(|byte| (0x20..0xef).contains(&byte)) {
        return Cow::Borrowed(literal);
    }
    literal
        .chars()
        .filter_map(|character| match character {
            '\t' | '\n' | '\r' => Some(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => None,
            other => Some(other),
        })
        .collect()
}
