//! Drawings, read back from every format.

use std::io::{Cursor, Read as _};

use proptest::prelude::*;
use scraper::{Html, Selector};
use wep::drawing::{Anchor, Colour, Drawing, Point, Shape, Stroke};
use wep::render::{docx, html, markdown, text};
use wep::tree::*;

use super::docx::reader::parts;
use super::{folded, sample};

fn label(literal: &str, y: f64) -> Shape {
    let at = Point { x: 10.0, y };
    Shape::Text { at, anchor: Anchor::Start, size: 10.0, bold: false, colour: Colour::Ink, text: literal.to_owned() }
}

/// A figure with every kind of shape, and one text in each place that holds text.
fn figure(literal: &str) -> Figure {
    let stroke = Stroke { width: 1.0 / 3.0, colour: Colour::Rule, dashed: true };
    let point = |x, y| Point { x, y };
    let shapes = vec![
        Shape::Rect {
            corner: point(0.0, 0.0),
            width: 300.0,
            height: 120.0,
            radius: 4.0,
            fill: Some(Colour::AccentSoft),
            stroke: Some(stroke),
        },
        Shape::Line { from: point(0.0, 0.0), to: point(300.0, f64::NAN), stroke },
        Shape::Circle { centre: point(250.0, 60.0), radius: 30.0, fill: Some(Colour::SecondSoft), stroke: None },
        Shape::Polygon {
            points: vec![point(100.0, 60.0), point(120.0, 60.0), point(110.0, 80.0)],
            fill: Some(Colour::Second),
            stroke: None,
        },
        label(literal, 30.0),
        Shape::Text {
            at: point(150.0, 100.0),
            anchor: Anchor::Middle,
            size: 12.0,
            bold: true,
            colour: Colour::Accent,
            text: "vet".to_owned(),
        },
    ];
    let drawing = Drawing { width: 300.0, height: 120.0, shapes };
    Figure { drawing, alternative: literal.to_owned(), caption: vec![sample::text(literal)] }
}

fn document(figures: impl IntoIterator<Item = Figure>) -> Document {
    let figures = figures.into_iter().map(Block::Figure);
    let body = [sample::paragraph("Vooraf.")].into_iter().chain(figures).chain([sample::paragraph("Erna.")]).collect();
    Document { meta: Meta { title: "Proef".to_owned(), ..Meta::default() }, body }
}

fn look(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("WEP_LOOK") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

#[test]
fn html_shows_a_picture_with_its_text() {
    for literal in sample::HOSTILE {
        let page = html::render(&document([figure(literal)]));
        let page = Html::parse_document(&page);
        assert_eq!(page.errors, Vec::<String>::new());
        let one = |selector: &str| page.select(&Selector::parse(selector).unwrap()).next().expect("there is one");
        let svg = one("figure > svg[role=img]");
        assert_eq!(svg.attr("aria-label"), Some(*literal));
        assert_eq!(svg.attr("viewBox"), Some("0 0 300 120"));
        assert_eq!(one("figcaption").text().collect::<String>(), *literal);
        assert_eq!(one("svg > text").text().collect::<String>(), *literal);
        let names: Vec<&str> = svg.child_elements().map(|shape| shape.value().name()).collect();
        assert_eq!(names, ["rect", "line", "circle", "polygon", "text", "text"]);
        assert_eq!(one("svg > rect").attr("class"), Some("vlak-accent-zacht lijn-raster"));
        assert_eq!(one("svg > rect").attr("stroke-width"), Some("0.33"));
        assert_eq!(page.select(&Selector::parse("script, main b, img").unwrap()).count(), 0);
    }
    look("figuur.html", html::render(&document([figure("Tekst"), figure("Nog een")])).as_bytes());
}

#[test]
fn every_colour_of_a_drawing_has_its_rule_in_the_style_sheet() {
    let circle = |colour| Shape::Circle {
        centre: Point { x: 5.0, y: 5.0 },
        radius: 5.0,
        fill: Some(colour),
        stroke: Some(Stroke { width: 1.0, colour, dashed: false }),
    };
    let drawing = Drawing { width: 10.0, height: 10.0, shapes: Colour::ALL.map(circle).to_vec() };
    let page = html::render(&document([Figure { drawing, alternative: "x".to_owned(), caption: Vec::new() }]));
    let mut classes = 0;
    for class in page.split("<circle").skip(1).filter_map(|circle| circle.split("class=\"").nth(1)) {
        for class in class.split('"').next().unwrap_or_default().split(' ') {
            assert!(page.contains(&format!(".{class} {{")), "{class}");
            classes += 1;
        }
    }
    assert_eq!(classes, 16);
}

#[test]
fn word_gets_svg_and_png_with_alternative_and_caption() {
    for literal in sample::HOSTILE {
        let tree = document([figure(literal), figure(literal)]);
        let bytes = docx::render(&tree);
        assert_eq!(bytes, docx::render(&tree));
        let parts = parts(&bytes);
        let body = &parts["word/document.xml"];
        let placed = body.named("wp:docPr");
        assert_eq!(placed.iter().map(|one| one.attr("descr")).collect::<Vec<_>>(), [*literal, *literal]);
        assert_ne!(placed[0].attr("id"), placed[1].attr("id"));
        let paragraphs = body.named("w:p");
        let captions: Vec<_> = paragraphs.iter().filter(|one| one.val("w:pStyle") == "Caption").collect();
        let counted = [1, 2].map(|number| format!("Figuur\u{a0}{number}. {literal}"));
        assert_eq!(captions.iter().map(|caption| caption.shown()).collect::<Vec<_>>(), counted);
        let counters = captions.iter().map(|caption| caption.named("w:instrText")[0].text.trim());
        assert!(counters.eq(["SEQ Figuur \\* ARABIC"; 2]), "Word counts on");
        assert!(
            paragraphs
                .iter()
                .filter(|one| one.val("w:pStyle") == "Figuur")
                .all(|one| { one.named("w:keepNext").len() == 1 })
        );
        assert_eq!(parts["word/media/tekening1.svg"].named("text")[0].text, *literal);
        let relations = &parts["word/_rels/document.xml.rels"].children;
        let target = |id: &str| relations.iter().find(|one| one.attr("Id") == id).map(|one| one.attr("Target"));
        assert_eq!(target(body.named("a:blip")[1].attr("r:embed")), Some("media/tekening2.png"));
        assert_eq!(target(body.named("asvg:svgBlip")[1].attr("r:embed")), Some("media/tekening2.svg"));
        look("figuur.docx", &bytes);
    }
}

#[test]
fn the_picture_for_old_word_is_in_our_typeface_and_as_large_as_shown() {
    let png = |literal: &str| {
        let bytes = docx::render(&document([figure(literal)]));
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut png = Vec::new();
        archive.by_name("word/media/tekening1.png").unwrap().read_to_end(&mut png).unwrap();
        png
    };
    let (shown, empty) = (png("Welzijn"), png(""));
    assert_ne!(shown, empty, "the text is drawn");
    assert_eq!(&shown[..8], b"\x89PNG\r\n\x1a\n");
    let size = |at: usize| u32::from_be_bytes(shown[at..at + 4].try_into().unwrap());
    assert_eq!((size(16), size(20)), (625, 250), "150 dots an inch");
}

#[test]
fn a_large_drawing_fits_on_the_page() {
    for (width, height) in [(5000.0, 100.0), (100.0, 5000.0), (0.0, -3.0), (f64::NAN, f64::INFINITY)] {
        let mut figure = figure("x");
        (figure.drawing.width, figure.drawing.height) = (width, height);
        let body = &parts(&docx::render(&document([figure.clone()])))["word/document.xml"];
        let extent = |name: &str| body.named("wp:extent")[0].attr(name).parse::<f64>().unwrap() / 12_700.0;
        assert!(extent("cx") > 0.0 && extent("cx") < 454.0 && extent("cy") > 0.0 && extent("cy") < 612.0);
        #[cfg(feature = "pdf")]
        wep::render::pdf::render(&document([figure])).unwrap();
    }
}

#[test]
fn markdown_and_the_terminal_say_what_it_shows() {
    let shown = document([figure("Drie organisaties")]);
    assert_eq!(
        markdown::render(&shown),
        "# Proef\n\nVooraf.\n\n> *Tekening: Drie organisaties*\n>\n> Drie organisaties\n\nErna.\n"
    );
    let text = text::render(&shown, 72);
    assert!(text.contains("\n[Tekening: Drie organisaties]\n\nDrie organisaties\n"), "{text}");
    for literal in sample::HOSTILE {
        let source = markdown::render(&document([figure(literal)]));
        let mut read = String::new();
        for event in pulldown_cmark::Parser::new_ext(&source, pulldown_cmark::Options::ENABLE_TABLES) {
            match event {
                pulldown_cmark::Event::Text(text) => read.push_str(&text),
                pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_) => panic!("{source}"),
                _ => read.push(' '),
            }
        }
        assert_eq!(folded(&read), folded(&format!("Proef Vooraf. Tekening: {literal} {literal} Erna.")));
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;
    use crate::render::pdf_text::read;
    use wep::render::pdf::render;

    #[test]
    fn a_screen_reader_hears_the_alternative_and_the_caption() {
        let all: Vec<Figure> = sample::HOSTILE.iter().map(|literal| figure(literal)).collect();
        let pdf = render(&document(all.clone())).unwrap();
        assert_eq!(pdf, render(&document(all)).unwrap());
        look("figuren.pdf", &pdf.bytes);
        let pdf = render(&document([figure("Drie organisaties")])).unwrap();
        look("figuur.pdf", &pdf.bytes);
        let read = read(&pdf.bytes);
        assert!(read.text().contains("Drie organisaties"), "{}", read.text());
        let file = pdf_extract::Document::load_mem(&pdf.bytes).unwrap();
        let alternatives: Vec<String> = file
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok())
            .map(|alternative| pdf_extract::decode_text_string(alternative).unwrap())
            .collect();
        assert_eq!(alternatives, ["Drie organisaties"]);
        rendered_without_words();
    }

    /// PDF/UA would refuse a picture without alternative text.
    fn rendered_without_words() {
        let mut bare = figure("");
        bare.caption = Vec::new();
        render(&document([bare])).unwrap();
    }

    #[test]
    fn any_character_can_stand_in_a_drawing() {
        let of_unicode = (0..0x3_0000).step_by(97).chain(0x1F300..0x1F700).filter_map(char::from_u32);
        let beside: Vec<String> = of_unicode.map(|c| format!("a{c}b {c}\u{301} \u{5d0}{c} \u{644}{c}")).collect();
        let mut all = figure("");
        all.drawing.shapes = (0u32..).zip(&beside).map(|(at, text)| label(text, f64::from(at % 100))).collect();
        let pdf = render(&document([all])).unwrap();
        assert!(pdf.missing_glyphs.iter().any(|c| ('\u{4e00}'..'\u{9fff}').contains(c)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_stays_text(literal in any::<String>()) {
        let parts = parts(&docx::render(&document([figure(&literal)])));
        let shown = parts["word/media/tekening1.svg"].named("text").iter().any(|text| {
            folded(&text.text) == folded(&literal)
        });
        prop_assert!(shown || folded(&literal).is_empty());
        let page = Html::parse_document(&html::render(&document([figure(&literal)])));
        prop_assert!(page.errors.is_empty());
    }
}
