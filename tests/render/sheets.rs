//! What is hung up and what is folded: the size of the paper, one sheet, the order of the panels, and nothing lost.

use pdf_extract::{Document as Pdf, MediaBox, OutputDev, OutputError, Transform, output_doc};
use wep::render::{Format, render};
use wep::tree::*;

use super::pdf_text::read;

const MM: f64 = 72.0 / 25.4;

fn text(literal: &str) -> Vec<Inline> {
    vec![Inline::Text { text: literal.to_owned() }]
}

fn paragraph(literal: &str) -> Block {
    Block::Paragraph { content: text(literal) }
}

fn heading(literal: &str) -> Block {
    Block::Heading(Heading { level: 1, anchor: None, number: None, content: text(literal) })
}

fn aside(kind: AsideKind, literal: &str) -> Block {
    Block::Aside { kind, content: vec![paragraph(literal)] }
}

fn sheet(paper: Paper, body: Vec<Block>) -> Document {
    let meta = Meta {
        title: "Soep en spel".to_owned(),
        subtitle: "Voor iedereen".to_owned(),
        layout: Layout::Poster(paper),
        ..Meta::default()
    };
    Document { meta, body }
}

fn usual() -> Vec<Block> {
    let columns = vec![Column { align: Align::Left, width: 1 }, Column { align: Align::Left, width: 4 }];
    let row = |label: &str, value: &str| vec![text(label), text(value)];
    let rows = vec![row("Wanneer", "maandag 4 januari 2027"), row("Waar", "in de zaal")];
    vec![
        paragraph("Kom eten."),
        Block::List(List {
            kind: ListKind::Bullet,
            items: vec![Item { content: vec![paragraph("soep")] }, Item { content: vec![paragraph("spel")] }],
        }),
        Block::Table(Table { columns, header: vec![Vec::new(), Vec::new()], rows, row_headers: true }),
        aside(AsideKind::Attention, "Bel ons."),
        aside(AsideKind::Source, "Een samenwerking."),
    ]
}

/// Where each letter of a PDF stands.
#[derive(Default)]
struct Letters {
    pages: Vec<(f64, f64)>,
    /// Page, from the left, height of the type, and the letter.
    letters: Vec<(usize, f64, f64, String)>,
}

impl OutputDev for Letters {
    fn begin_page(&mut self, _: u32, page: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.pages.push((page.urx - page.llx, page.ury - page.lly));
        Ok(())
    }
    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn output_character(&mut self, at: &Transform, _: f64, _: f64, size: f64, letter: &str) -> Result<(), OutputError> {
        self.letters.push((self.pages.len(), at.m31, size * at.m22.abs(), letter.to_owned()));
        Ok(())
    }
    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

impl Letters {
    fn of(document: &Document) -> Letters {
        let bytes = render(document, Format::Pdf).unwrap().bytes;
        let mut letters = Letters::default();
        output_doc(&Pdf::load_mem(&bytes).unwrap(), &mut letters).unwrap();
        letters
    }

    /// Page, millimetres from the left, and height of the type of the first letter of a word.
    fn place(&self, word: &str) -> (usize, f64, f64) {
        let all: String = self.letters.iter().map(|letter| letter.3.as_str()).collect();
        let at = all.find(word).unwrap_or_else(|| panic!("no {word} in {all}"));
        // A ligature is several letters in one place.
        let mut passed = 0;
        let first = self.letters.iter().find(|letter| {
            passed += letter.3.len();
            passed > at
        });
        let (page, x, size, _) = first.unwrap();
        (*page, x / MM, *size)
    }
}

#[test]
fn a_poster_is_one_sheet_of_its_paper() {
    for (paper, width, height) in [(Paper::A3, 297.0, 420.0), (Paper::A4, 210.0, 297.0), (Paper::A5, 148.0, 210.0)] {
        let letters = Letters::of(&sheet(paper, usual()));
        assert_eq!(letters.pages.len(), 1, "{paper:?}");
        let (found_width, found_height) = letters.pages[0];
        assert!((found_width / MM - width).abs() < 1.0 && (found_height / MM - height).abs() < 1.0, "{paper:?}");
    }
}

#[test]
fn what_stands_below_the_title_is_a_paragraph() {
    for layout in [Layout::Poster(Paper::A4), Layout::Leaflet] {
        let mut document = sheet(Paper::A4, usual());
        document.meta.layout = layout;
        let read = read(&render(&document, Format::Pdf).unwrap().bytes);
        assert_eq!(read.tagged("Title"), ["Soep en spel"], "{layout:?}");
        assert_eq!(read.tagged("P")[0], "Voor iedereen", "{layout:?}");
    }
}

#[test]
fn type_is_large_and_grows_with_the_paper() {
    let size = |paper, word: &str| Letters::of(&sheet(paper, usual())).place(word).2;
    assert!(size(Paper::A4, "Soep") >= 50.0);
    assert!(size(Paper::A4, "Kom") >= 18.0, "{}", size(Paper::A4, "Kom"));
    assert!(size(Paper::A5, "Kom") >= 12.0);
    assert!(size(Paper::A3, "Kom") > size(Paper::A4, "Kom"));
}

#[test]
fn too_much_text_for_a_sheet_goes_on_overleaf() {
    let mut body = usual();
    for n in 0..60 {
        body.insert(1, paragraph(&format!("nummer{n} {}", "en nog veel meer woorden ".repeat(20))));
    }
    let document = sheet(Paper::A5, body);
    let found = read(&render(&document, Format::Pdf).unwrap().bytes).text();
    assert!((0..60).all(|n| found.contains(&format!("nummer{n} "))));
    assert!(found.contains("Een samenwerking."));
    assert!(Letters::of(&document).pages.len() > 1);
}

#[test]
fn a_poster_without_anything_in_it_is_still_a_sheet() {
    for meta in [
        Meta { layout: Layout::Poster(Paper::A5), ..Meta::default() },
        Meta { layout: Layout::Leaflet, ..Meta::default() },
    ] {
        for format in Format::ALL {
            assert!(!render(&Document { meta: meta.clone(), body: Vec::new() }, format).unwrap().bytes.is_empty());
        }
    }
}

fn leaflet(words: usize) -> Document {
    let mut body = vec![paragraph("Voorkant")];
    for name in ["Eerste", "Tweede", "Derde", "Inslag", "Achterkant"] {
        body.extend([heading(name), paragraph(&"woorden ".repeat(words)), aside(AsideKind::Source, "Bron")]);
    }
    let meta = Meta { title: "Folder".to_owned(), layout: Layout::Leaflet, ..Meta::default() };
    Document { meta, body }
}

/// Folded, the front comes on top, and who unfolds it finds the first panel on the left.
#[test]
fn b5_the_panels_of_a_leaflet_lie_in_the_order_of_folding() {
    let letters = Letters::of(&leaflet(20));
    assert_eq!(letters.pages.len(), 2);
    assert!(
        letters
            .pages
            .iter()
            .all(|(width, height)| (width / MM - 297.0).abs() < 1.0 && (height / MM - 210.0).abs() < 1.0)
    );
    for (word, page, from, to) in [
        ("Inslag", 1, 0.0, 97.0),
        ("Achterkant", 1, 97.0, 197.0),
        ("Voorkant", 1, 197.0, 297.0),
        ("Eerste", 2, 0.0, 100.0),
        ("Tweede", 2, 100.0, 200.0),
        ("Derde", 2, 200.0, 297.0),
    ] {
        let (found, x, _) = letters.place(word);
        assert!(found == page && x > from + 5.0 && x < to - 20.0, "{word} on page {found} at {x} mm");
    }
    // No letter lies on a fold or on the edge.
    for (page, x, ..) in &letters.letters {
        let folds = if *page == 1 { [97.0, 197.0] } else { [100.0, 200.0] };
        assert!([0.0, folds[0], folds[1], 297.0].iter().all(|fold| (x / MM - fold).abs() > 2.0), "{x} on page {page}");
    }
}

#[test]
fn more_than_a_leaflet_can_hold_comes_as_pages_to_read() {
    let document = leaflet(900);
    let found = read(&render(&document, Format::Pdf).unwrap().bytes).text();
    assert_eq!(found.matches("woorden").count(), 4500);
    let (width, height) = Letters::of(&document).pages.pop().unwrap();
    assert!(width < height);
}
