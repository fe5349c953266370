//! XML elements as values: names are ours, text and attribute values are data and always escaped.

use std::borrow::Cow;
use std::fmt::{self, Write};

use quick_xml::escape::escape;

use crate::colour::Rgb;
use crate::render::append;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

/// Room for the attributes of most elements.
const ATTRIBUTES: usize = 48;

/// Room for what stands in an element beside its first child, where that is all small.
const CHILDREN: usize = 128;

/// Room for what stands around many elements: tags, namespaces, the size of a page.
const AROUND: usize = 2048;

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
    pub fn val(name: &'static str, value: impl Value) -> Self {
        Element::new(name).attr("w:val", value)
    }

    pub fn attr(mut self, name: &'static str, value: impl Value) -> Self {
        if self.attributes.is_empty() {
            self.attributes.reserve(ATTRIBUTES);
        }
        append(&mut self.attributes, &[" ", name, "=\""]);
        value.add_to(Literal(&mut self.attributes));
        self.attributes.push('"');
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

    /// As [`Element::children`], for so many that they are best given room at once.
    pub fn all(mut self, children: Vec<Element>) -> Self {
        let length: usize = children.iter().map(Element::length).sum();
        self.content.get_or_insert_default().reserve(length + AROUND);
        self.children(children)
    }

    pub fn text(mut self, literal: &str) -> Self {
        Literal(self.content.get_or_insert_default()).add(literal);
        self
    }

    pub fn push(&mut self, child: Element) {
        match &mut self.content {
            Some(content) => child.write(content),
            None => self.content = Some(child.into_text("")),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.content.is_none()
    }

    /// The element as a whole file.
    pub fn into_part(self) -> Vec<u8> {
        self.into_text(DECLARATION).into_bytes()
    }

    /// How many bytes it takes.
    fn length(&self) -> usize {
        let tags = "<></>".len() + 2 * self.name.len() + self.attributes.len();
        tags + self.content.as_ref().map_or(0, String::len)
    }

    fn write(&self, to: &mut String) {
        let (name, attributes) = (self.name, self.attributes.as_str());
        match &self.content {
            Some(content) => append(to, &["<", name, attributes, ">", content, "</", name, ">"]),
            None => append(to, &["<", name, attributes, "/>"]),
        }
    }

    /// This, and the element behind it. What the element holds need not be copied: its tags are written around it.
    fn into_text(self, before: &str) -> String {
        let room = before.len() + self.length();
        let (name, attributes) = (self.name, self.attributes.as_str());
        match self.content {
            None => {
                let mut text = String::with_capacity(room.max(CHILDREN));
                append(&mut text, &[before, "<", name, attributes, "/>"]);
                text
            }
            Some(mut content) => {
                content.reserve(room - content.len());
                content.insert_str(0, &[before, "<", name, attributes, ">"].concat());
                append(&mut content, &["</", name, ">"]);
                content
            }
        }
    }
}

/// The value of an attribute. Texts are put there without being formatted first, which takes longer.
pub trait Value {
    fn add_to(&self, literal: Literal);
}

macro_rules! texts {
    ($($kind:ty),*) => { $(impl Value for $kind {
        fn add_to(&self, mut literal: Literal) {
            literal.add(self);
        }
    })* };
}

macro_rules! formatted {
    ($($kind:ty),*) => { $(impl Value for $kind {
        fn add_to(&self, mut literal: Literal) {
            // A string takes whatever is written to it.
            let _ = write!(literal, "{self}");
        }
    })* };
}

texts!(&str, String, &String);
formatted!(u8, u32, &u32, u64, usize, i32, Rgb);

/// Takes what is data and not markup, as XML can hold it.
pub struct Literal<'t>(&'t mut String);

impl Literal<'_> {
    fn add(&mut self, literal: &str) {
        // Nearly every text is fine as it is, and that is quickly seen.
        if literal.bytes().fold(true, |all, byte| all & is_plain(byte)) {
            self.0.push_str(literal);
        } else {
            self.0.push_str(&escape(&*carried(literal)));
        }
    }
}

impl Write for Literal<'_> {
    fn write_str(&mut self, literal: &str) -> fmt::Result {
        self.add(literal);
        Ok(())
    }
}

/// XML can carry this byte, and has no other meaning for it.
fn is_plain(byte: u8) -> bool {
    is_carried(byte) && !matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\'')
}

/// No character that XML cannot carry begins with this byte.
fn is_carried(byte: u8) -> bool {
    (0x20..0xef).contains(&byte)
}

/// What XML 1.0 can carry: Word calls a file with any other character damaged.
fn carried(literal: &str) -> Cow<'_, str> {
    if literal.bytes().all(is_carried) {
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
