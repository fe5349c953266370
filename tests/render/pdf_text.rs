//! Reads a tagged PDF the way a screen reader does: along its structure tree, artifacts left out.
//!
//! `pdf_extract::extract_text` guesses spaces from positions and gets them wrong here (it misreads width ranges); the
//! structure tree needs no guessing.

use std::collections::{BTreeMap, HashMap};

use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId, decode_text_string};

/// A tag that holds text of its own, such as `P`, `H1` or `Lbl`; strong, links and the like are part of it.
#[derive(Debug, PartialEq)]
pub struct Part {
    pub tag: String,
    pub text: String,
    /// The page that it begins on, as an object of the file.
    pub page: Option<ObjectId>,
}

/// What a screen reader finds in a PDF.
pub struct Read {
    pub parts: Vec<Part>,
    /// Per page the text that is no content: header, footer, background.
    pub artifacts: Vec<String>,
    pub title: String,
    pub author: String,
    pub language: String,
}

impl Read {
    /// All text in reading order, single spaces, hyphens of hyphenation taken out.
    pub fn text(&self) -> String {
        words(&self.parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" "))
    }

    /// The texts under one tag, in order.
    pub fn tagged(&self, tag: &str) -> Vec<String> {
        self.parts.iter().filter(|part| part.tag == tag).map(|part| words(&part.text)).collect()
    }
}

/// White space to single spaces.
pub fn words(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn read(bytes: &[u8]) -> Read {
    let document = Document::load_mem(bytes).unwrap();
    let mut marked = HashMap::new();
    let artifacts = document.get_pages().into_values().map(|page| read_page(&document, page, &mut marked)).collect();
    let catalog = document.catalog().unwrap();
    let root = follow(&document, catalog.get(b"StructTreeRoot").unwrap()).as_dict().unwrap();
    let mut parts = Vec::new();
    walk(&document, root.get(b"K").unwrap(), None, &marked, &mut parts);
    parts.retain(|part| !part.text.trim().is_empty());
    let info = follow(&document, document.trailer.get(b"Info").unwrap()).as_dict().unwrap();
    let entry = |dictionary: &Dictionary, key: &[u8]| {
        dictionary.get(key).ok().map(|value| decode_text_string(follow(&document, value)).unwrap()).unwrap_or_default()
    };
    let (title, author, language) = (entry(info, b"Title"), entry(info, b"Author"), entry(catalog, b"Lang"));
    Read { parts, artifacts, title, author, language }
}

fn follow<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).unwrap().1
}

type Marked = HashMap<(ObjectId, i64), String>;

fn walk(document: &Document, node: &Object, page: Option<ObjectId>, marked: &Marked, parts: &mut Vec<Part>) {
    match follow(document, node) {
        Object::Array(children) => children.iter().for_each(|child| walk(document, child, page, marked, parts)),
        Object::Integer(mcid) => {
            let text = page.and_then(|page| marked.get(&(page, *mcid))).map_or("", String::as_str);
            let part = parts.last_mut().unwrap();
            part.text.push_str(text);
            part.page = part.page.or(page);
        }
        Object::Dictionary(element) => {
            let page = element.get(b"Pg").and_then(Object::as_reference).ok().or(page);
            if let Ok(tag) = element.get(b"S").and_then(Object::as_name) {
                let tag = String::from_utf8_lossy(tag).into_owned();
                if !matches!(tag.as_str(), "Span" | "Strong" | "Em" | "Link" | "Reference") {
                    parts.push(Part { tag, text: String::new(), page: None });
                }
                if let Ok(children) = element.get(b"K") {
                    walk(document, children, page, marked, parts);
                }
            } else if let Ok(mcid) = element.get(b"MCID") {
                walk(document, mcid, page, marked, parts);
            }
        }
        _ => {}
    }
}

/// Where shown text goes: to a marked piece of content, to the artifacts, or nowhere because other text stands for it.
enum Mark {
    Content(i64),
    Artifact,
    Replaced,
    Other,
}

/// Collects the text of a page by its marks; gives the text of the artifacts back.
fn read_page(document: &Document, page: ObjectId, marked: &mut Marked) -> String {
    let fonts: BTreeMap<Vec<u8>, HashMap<u16, String>> = document
        .get_page_fonts(page)
        .unwrap()
        .into_iter()
        .map(|(name, font)| (name, unicode_of(document, font)))
        .collect();
    let content = Content::decode(&document.get_page_content(page).unwrap()).unwrap();
    let (mut marks, mut artifacts, mut font) = (Vec::new(), String::new(), None);
    for operation in content.operations {
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let properties = operation.operands.get(1).and_then(|object| object.as_dict().ok());
                if let Some(text) = properties.and_then(|p| p.get(b"ActualText").ok()) {
                    show(&decode_text_string(text).unwrap(), page, &marks, marked, &mut artifacts);
                    marks.push(Mark::Replaced);
                } else if operation.operands[0].as_name().unwrap() == b"Artifact" {
                    marks.push(Mark::Artifact);
                } else {
                    let mcid = properties.and_then(|p| p.get(b"MCID").and_then(Object::as_i64).ok());
                    marks.push(mcid.map_or(Mark::Other, Mark::Content));
                }
            }
            "EMC" => drop(marks.pop()),
            "BT" => artifacts.push(' '),
            "Tf" => font = fonts.get(operation.operands[0].as_name().unwrap()),
            "Tj" | "TJ" => {
                let text = shown(&operation.operands[0], font.unwrap());
                show(&text, page, &marks, marked, &mut artifacts);
            }
            _ => {}
        }
    }
    words(&artifacts)
}

fn show(text: &str, page: ObjectId, marks: &[Mark], marked: &mut Marked, artifacts: &mut String) {
    match marks.iter().rev().find(|mark| !matches!(mark, Mark::Other)) {
        Some(Mark::Content(mcid)) => marked.entry((page, *mcid)).or_default().push_str(text),
        Some(Mark::Artifact) => artifacts.push_str(text),
        _ => {}
    }
}

fn shown(operand: &Object, unicode: &HashMap<u16, String>) -> String {
    match operand {
        Object::Array(pieces) => pieces.iter().map(|piece| shown(piece, unicode)).collect(),
        Object::String(codes, _) => codes
            .chunks(2)
            .map(|code| {
                unicode.get(&u16::from_be_bytes([code[0], code[1]])).expect("every glyph has its text").as_str()
            })
            .collect(),
        _ => String::new(),
    }
}

/// The text of each glyph of a font.
fn unicode_of(document: &Document, font: &Dictionary) -> HashMap<u16, String> {
    let map = follow(document, font.get(b"ToUnicode").unwrap()).as_stream().unwrap();
    let map = String::from_utf8(map.get_plain_content().unwrap()).unwrap();
    assert!(!map.contains("beginbfrange"), "only single glyphs are read");
    let lines = map.lines().skip_while(|line| !line.ends_with("beginbfchar"));
    lines
        .filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"))
        .map(|(glyph, text)| {
            let units: Vec<u16> =
                (0..text.len()).step_by(4).map(|at| u16::from_str_radix(&text[at..at + 4], 16).unwrap()).collect();
            (u16::from_str_radix(glyph, 16).unwrap(), String::from_utf16(&units).unwrap())
        })
        .collect()
}
