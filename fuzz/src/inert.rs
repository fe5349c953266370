//! What holds for everything that wep writes: nothing in it runs, reaches outside or disturbs a terminal.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// No control character but the end of a line, and nothing that turns the direction of text around.
pub fn screen(text: &str) {
    let odd = text.chars().find(|sign| {
        sign.is_control() && *sign != '\n' || matches!(sign, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(odd, None, "{text:?}");
}

/// What may stand in XML 1.0 at all.
fn is_xml(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// XML that is well-formed to its end. `see` gets every element.
pub fn xml(text: &str, mut see: impl FnMut(&str, &[(String, String)])) {
    assert!(text.chars().all(is_xml), "{text:?}");
    let mut reader = Reader::from_str(text);
    let (mut open, mut roots) = (0_usize, 0);
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error} in {text}"));
        match event {
            Event::Start(ref element) | Event::Empty(ref element) => {
                roots += usize::from(open == 0);
                open += usize::from(matches!(event, Event::Start(_)));
                see(element.name().as_ref(), &attributes(element));
            }
            Event::End(_) => open -= 1,
            Event::GeneralRef(entity) => {
                let meant =
                    quick_xml::escape::unescape(&format!("&{};", &*entity)).expect("a known entity").into_owned();
                assert!(meant.chars().all(is_xml), "{meant:?}");
            }
            Event::Text(words) => assert!(open > 0 || words.trim().is_empty(), "text outside the root of {text}"),
            Event::DocType(_) => panic!("a document type in {text}"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((open, roots), (0, 1), "{text}");
}

fn attributes(element: &BytesStart) -> Vec<(String, String)> {
    let all = element.attributes().map(|attribute| {
        let attribute = attribute.expect("an attribute that can be read, and once");
        let value = quick_xml::escape::unescape(&attribute.value).expect("known entities").into_owned();
        assert!(value.chars().all(is_xml), "{value:?}");
        (attribute.key.as_ref().to_owned(), value)
    });
    all.collect()
}

/// An address that a reader may follow: it runs nothing and reads no file.
pub fn address(url: &str) {
    let url = url.to_ascii_lowercase();
    let safe = ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme));
    assert!(safe && !url.contains(char::is_control), "{url:?}");
}

/// The parts of an office file. Each that is XML is well-formed; none runs; a relation leads outside only as a link.
pub fn package(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("listed");
        let name = entry.name().expect("a name").into_owned();
        assert!(!name.starts_with('/') && !name.contains("..") && !name.contains('\\'), "{name}");
        assert!(!name.to_lowercase().contains("vba") && !name.contains("embeddings"), "{name}");
        if name.ends_with(".png") || name.ends_with(".svg") {
            continue;
        }
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("UTF-8");
        xml(&text, |element, attributes| {
            let value = |name: &str| attributes.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value);
            if element == "Relationship" && value("TargetMode") == "External" {
                assert!(value("Type").ends_with("/hyperlink"), "{attributes:?}");
                address(value("Target"));
            }
        });
        parts.push((name, text));
    }
    parts
}

/// A page: only elements that wep writes, none that runs, and addresses that may be followed.
pub fn page(page: &str) {
    const OURS: [&str; 67] = [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "div",
        "header",
        "nav",
        "main",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "li",
        "table",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "strong",
        "em",
        "a",
        "mark",
        "br",
        "span",
        "section",
        "aside",
        "figure",
        "figcaption",
        "img",
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "line",
        "polygon",
        "polyline",
        "text",
        "desc",
        "form",
        "fieldset",
        "legend",
        "label",
        "input",
        "textarea",
        "small",
        "caption",
        "hr",
        "article",
        "defs",
        "tspan",
        "ellipse",
        "b",
    ];
    assert!(!page.chars().any(|sign| sign.is_control() && sign != '\n' || !is_xml(sign)), "{page:?}");
    let page = scraper::Html::parse_document(page);
    assert_eq!(page.errors, Vec::<String>::new());
    for node in page.tree.values() {
        assert!(!node.is_comment() && node.as_processing_instruction().is_none());
        let Some(element) = node.as_element() else { continue };
        assert!(OURS.contains(&element.name()), "<{}> is not ours", element.name());
        for (name, value) in element.attrs() {
            assert!(!name.starts_with("on") && name != "srcdoc" && name != "formaction" && name != "action", "{name}");
            match name {
                "href" if !value.starts_with('#') => address(value),
                "src" => assert!(value.starts_with("data:image/") && !value.contains("javascript"), "{value}"),
                "style" => assert!(!value.contains("url(") && !value.contains("expression"), "{value}"),
                _ => {}
            }
        }
    }
    let styles = scraper::Selector::parse("style").expect("a selector");
    for style in page.select(&styles) {
        let style: String = style.text().collect();
        assert!(!style.contains("@import"), "{style}");
        let fetched = style
            .match_indices("url(")
            .any(|(at, _)| !style[at + 4..].trim_start_matches(['"', '\'']).starts_with("data:"));
        assert!(!fetched, "{style}");
    }
}
