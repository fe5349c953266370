//! Reads a DOCX file back with other tools than the ones that wrote it: zip and an XML reader.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// An element, read back.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
    pub text: String,
}

impl Node {
    fn start(start: &BytesStart<'_>) -> Node {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("a well-formed attribute");
            let value = quick_xml::escape::unescape(&attribute.value).expect("known entities").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        Node { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Node::default() }
    }

    /// This element and everything inside it, in reading order.
    pub fn all(&self) -> Vec<&Node> {
        [self].into_iter().chain(self.children.iter().flat_map(Node::all)).collect()
    }

    pub fn named(&self, name: &str) -> Vec<&Node> {
        self.all().into_iter().filter(|node| node.name == name).collect()
    }

    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|node| node.name == name)
    }

    pub fn attr(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The value of the first element of this name inside this one.
    pub fn val(&self, name: &str) -> &str {
        self.named(name).first().map_or("", |node| node.attr("w:val"))
    }

    /// What a reader sees, a space for every break and tab.
    pub fn shown(&self) -> String {
        let texts = self.all().into_iter().map(|node| match node.name.as_str() {
            "w:t" => node.text.as_str(),
            "w:noBreakHyphen" => "-",
            "w:br" | "w:tab" if node.attributes.is_empty() => " ",
            _ => "",
        });
        texts.collect()
    }
}

/// All parts of a file, each parsed to its end.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Node> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let read = names.into_iter().filter(|name| !name.ends_with(".png")).map(|name| {
        let mut xml = String::new();
        archive.by_name(&name).expect("listed").read_to_string(&mut xml).expect("UTF-8");
        let node = parse(&xml);
        (name, node)
    });
    read.collect()
}

fn parse(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => open.push(Node::start(&start)),
            Event::Empty(start) => open.last_mut().expect("a root").children.push(Node::start(&start)),
            Event::End(_) => {
                let node = open.pop().expect("opened before");
                open.last_mut().expect("a root").children.push(node);
            }
            Event::Text(text) => open.last_mut().expect("a root").text.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let literal = quick_xml::escape::unescape(&format!("&{};", &*entity)).expect("known").into_owned();
                open.last_mut().expect("a root").text.push_str(&literal);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    open.remove(0).children.remove(0)
}
