//! XML elements as values: names are ours, text and attribute values are data and always escaped.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// An element that is built first and written once.
#[derive(Debug, Clone)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Debug, Clone)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn new(name: &'static str) -> Self {
        Element { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// An element that only carries `w:val`, as most of WordprocessingML does.
    pub fn val(name: &'static str, value: impl ToString) -> Self {
        Element::new(name).attr("w:val", value)
    }

    pub fn attr(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, carried(&value.to_string())));
        self
    }

    pub fn child(mut self, child: Element) -> Self {
        self.push(child);
        self
    }

    /// Takes an `Option` as well: nothing is then added for `None`.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    pub fn text(mut self, literal: &str) -> Self {
        self.children.push(Node::Text(carried(literal)));
        self
    }

    pub fn push(&mut self, child: Element) {
        self.children.push(Node::Element(child));
    }

    pub fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// The element as a whole file.
    pub fn to_part(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(writer)?,
                Node::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// What XML 1.0 can carry: Word calls a file with any other character damaged.
pub fn carried(literal: &str) -> String {
    // Nearly every text is fine as it is, and that is quickly seen: what cannot be carried begins with one of these bytes.
    if literal.bytes().all(|byte| (0x20..0xef).contains(&byte)) {
        return literal.to_owned();
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
