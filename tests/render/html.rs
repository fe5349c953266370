//! The html renderer, read back.

use std::collections::BTreeSet;

use proptest::prelude::*;
use scraper::{Html, Selector};
use wep::render::html;
use wep::tree::*;

use super::sample;

/// Everything that wep itself writes into a page; an element that is not here came in through a text.
const OURS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "div", "header", "nav", "main", "footer", "h1", "h2", "h3", "h4",
    "h5", "h6", "p", "ul", "ol", "li", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "dl", "dt",
    "dd", "strong", "em", "a", "mark", "br", "span",
];

fn page(document: &Document) -> Html {
    let page = Html::parse_document(&html::render(document));
    assert_eq!(page.errors, Vec::<String>::new());
    page
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    select(page, selector).into_iter().map(|element| element.text().collect::<String>()).collect()
}

fn attributes(page: &Html, name: &str) -> Vec<String> {
    let found = select(page, &format!("[{name}]"));
    found.into_iter().filter_map(|element| element.attr(name).map(str::to_owned)).collect()
}

fn assert_only_ours(page: &Html) {
    for element in select(page, "*") {
        let name = element.value().name();
        assert!(OURS.contains(&name), "<{name}> is not ours");
        for (attribute, _) in element.value().attrs() {
            assert!(!attribute.starts_with("on"), "{attribute} runs code");
        }
    }
    assert!(!page.tree.values().any(|node| node.is_comment() || node.as_processing_instruction().is_some()));
}

/// The document with one text in every place that holds text.
fn all_places(literal: &str) -> Document {
    let text = || vec![sample::text(literal)];
    let mut document = sample::hostile().remove(0);
    document.meta = Meta { title: literal.into(), subtitle: literal.into(), author: literal.into(), ..document.meta };
    document.body = vec![
        Block::Heading(Heading { level: 1, anchor: None, number: None, content: text() }),
        Block::Paragraph { content: text() },
        Block::List(List { kind: ListKind::Bullet, items: vec![Item { content: vec![sample::paragraph(literal)] }] }),
        sample::two_columns(literal),
    ];
    document
}

#[test]
fn a_text_is_never_markup() {
    for literal in sample::HOSTILE {
        let page = page(&all_places(literal));
        assert_only_ours(&page);
        for place in ["title", "h1", "main h2", "main p", "main li", "thead th", "tbody th", "tbody td", "nav a"] {
            let found = texts(&page, place);
            assert!(!found.is_empty() && found.iter().all(|text| text == literal), "{place}: {found:?}");
        }
        assert_eq!(select(&page, "meta[name=author]")[0].attr("content"), Some(*literal));
    }
    for document in sample::hostile() {
        let page = page(&document);
        assert_only_ours(&page);
        assert_eq!(texts(&page, "strong"), std::slice::from_ref(&document.meta.title));
        assert_eq!(texts(&page, "mark.gat"), [gap_text(&document.meta.title)]);
    }
}

#[test]
fn a_text_cannot_end_the_style() {
    let mut document = sample::everything();
    document.meta.title = "\"; } </style><script>alert(1)</script> \\".to_owned();
    let page = page(&document);
    assert_only_ours(&page);
    assert_eq!(select(&page, "style").len(), 1);
    let style = texts(&page, "style").concat();
    assert!(style.contains(r#"content: "\22 \3B  \7D  \3C \2F style\3E \3C script"#), "{style}");
}

#[test]
fn control_characters_and_line_ends_do_not_reach_the_page() {
    let page = page(&all_places("a\u{0}b\u{1b}[31m\u{7}c\r\nd\u{fffe}"));
    assert!(texts(&page, "main p").iter().all(|text| text == "ab[31mc  d"), "{:?}", texts(&page, "main p"));
    assert_eq!(texts(&page, "title"), ["ab[31mc d"]);
}

#[test]
fn every_node_of_the_tree_is_there() {
    let page = page(&sample::everything());
    assert_only_ours(&page);
    assert_eq!(select(&page, "html")[0].attr("lang"), Some("nl-NL"));
    for landmark in ["header", "nav", "main", "footer"] {
        assert_eq!(select(&page, landmark).len(), 1, "{landmark}");
    }
    assert_eq!(texts(&page, "header .merk"), [DRAFT]);
    assert_eq!(texts(&page, ".nummer"), ["1.1", "1.2", "2.1"]);
    assert_eq!(texts(&page, "ol[type=a] > li"), ["een;", "twee."]);
    assert_eq!(texts(&page, "main h3"), ["Artikel 1 Begrippen", "Artikel 2 Doel"]);
    assert_eq!(texts(&page, "thead th[scope=col]"), ["Tijd", "Onderdeel", "Bedrag"]);
    assert_eq!(texts(&page, "tbody th[scope=row]"), ["15.00", "15.15"]);
    assert_eq!(texts(&page, ".partij"), ["Stichting Welzijn Veldrijk", "Gemeente Veldrijk"]);
    assert_eq!(texts(&page, "dt")[..5], ["Naam", "Functie", "Plaats", "Datum", "Handtekening"]);
    assert_eq!(texts(&page, "dd")[..5], ["A. de Boer", "directeur", "", "", ""]);
    assert_eq!(select(&page, ".schrijfruimte > div").len(), 4);
    assert_eq!(select(&page, "[role=note]").len(), 3);
    assert_eq!(texts(&page, "main a"), ["koppeling", "1"]);
    assert_eq!(select(&page, "nav a").len(), 5);
}

#[test]
fn a_final_document_has_no_mark_of_a_draft() {
    let mut document = sample::everything();
    document.meta.draft = false;
    document.meta.contents = false;
    let page = page(&document);
    assert_eq!(select(&page, ".merk, body.concept, nav").len(), 0);
    assert!(!page.root_element().text().collect::<String>().contains("content: \"CONCEPT\"; font"));
}

fn heading(level: u8, anchor: Option<&str>) -> Block {
    let content = vec![sample::text("kop")];
    Block::Heading(Heading { level, anchor: anchor.map(str::to_owned), number: None, content })
}

#[test]
fn ids_are_unique_and_links_arrive() {
    let mut document = sample::everything();
    let anchors = ["titel", "inhoud", "kop-1", "partij-1", "kop-7", "doel"];
    document.body.extend(anchors.map(|anchor| heading(1, Some(anchor))));
    document.body.push(Block::Paragraph {
        content: vec![
            Inline::Reference { anchor: "doel".to_owned(), number: 2 },
            Inline::Reference { anchor: "nergens".to_owned(), number: 9 },
            Inline::Reference { anchor: "kop-2".to_owned(), number: 8 },
        ],
    });
    let page = page(&document);
    let ids = attributes(&page, "id");
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    let targets = attributes(&page, "href")
        .into_iter()
        .chain(attributes(&page, "aria-labelledby").into_iter().map(|id| format!("#{id}")));
    for target in targets {
        if let Some(id) = target.strip_prefix('#') {
            assert!(unique.contains(&id.to_owned()), "nothing at {target}");
        }
    }
    // A reference goes to the heading that carries the anchor, never to one that only got such an id from us.
    assert_eq!(texts(&page, "main > p:last-child a"), ["2"]);
    assert_eq!(texts(&page, "main > p:last-child"), ["298"]);
}

#[test]
fn heading_levels_do_not_skip() {
    let mut document = sample::everything();
    document.body.extend([3, 1, 4, 4, 2].map(|level| heading(level, None)));
    let levels: Vec<u32> = select(&page(&document), "h1, h2, h3, h4, h5, h6")
        .iter()
        .filter_map(|heading| heading.value().name()[1..].parse().ok())
        .collect();
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
}

fn link(url: &str) -> Document {
    let content = vec![Inline::Link { url: url.to_owned(), content: vec![sample::text("hier")] }];
    Document { meta: Meta::default(), body: vec![Block::Paragraph { content }] }
}

#[test]
fn only_addresses_that_run_nothing_become_links() {
    for url in ["https://a.example/?b=c&d", "http://a.example", "mailto:a@b.example", "tel:0101234567", "HTTPS://x.nl"]
    {
        assert_eq!(attributes(&page(&link(url)), "href"), [url]);
    }
    for url in
        ["javascript:alert(1)", " javascript:x", "data:text/html,x", "file:///etc", "//a.nl", "a.html", "", "tel:"]
    {
        let page = page(&link(url));
        assert_eq!(attributes(&page, "href"), Vec::<String>::new(), "{url}");
        assert_eq!(texts(&page, "main p"), ["hier"]);
    }
    let page = page(&link("https://a.example/\"onclick=\"x\" <b>"));
    assert_only_ours(&page);
    assert_eq!(attributes(&page, "href"), ["https://a.example/%22onclick=%22x%22%20%3Cb%3E"]);
}

#[test]
fn a_link_in_a_link_is_text() {
    let inner = Inline::Link { url: "https://b.example/".to_owned(), content: vec![sample::text("binnen")] };
    let outer = Inline::Link { url: "https://a.example/".to_owned(), content: vec![inner] };
    let page = page(&Document { meta: Meta::default(), body: vec![Block::Paragraph { content: vec![outer] }] });
    assert_eq!(attributes(&page, "href"), ["https://a.example/"]);
    assert_eq!(texts(&page, "a"), ["binnen"]);
}

#[test]
fn a_range_of_numbers_stays_on_one_line() {
    let text = "van 10.00–11.30 uur, 2026–2027; – geen–bereik 5– x";
    let document = Document { meta: Meta::default(), body: vec![sample::paragraph(text)] };
    let page = page(&document);
    assert_eq!(texts(&page, "main .heel"), ["10.00–11.30", "2026–2027"]);
    assert_eq!(texts(&page, "main p"), [text]);
}

#[test]
fn the_page_needs_nothing_from_outside_and_is_the_same_every_time() {
    let page = html::render(&sample::everything());
    for outside in ["<script", "<link", "<img", "src=", "url(", "@import", "generator"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page, html::render(&sample::everything()));
}

#[test]
fn body_of_the_sample() {
    let page = html::render(&sample::everything());
    let body = &page[page.find("<body").unwrap()..];
    insta::assert_snapshot!("html_body", body);
}

proptest! {
    #[test]
    fn any_text_comes_back(literal in any::<String>()) {
        let page = page(&all_places(&literal));
        assert_only_ours(&page);
        let expected = super::folded(&literal);
        for place in ["title", "h1", "main h2", "main p", "main li", "thead th", "tbody td"] {
            for found in texts(&page, place) {
                prop_assert_eq!(super::folded(&found), expected.clone(), "{}", place);
            }
        }
    }
}
