//! Where a page of a Word document may end, and how wide its lines are.

use super::reader::{Node, parts};
use super::{blocks, document, of_style, tree};
use crate::render::sample;
use wep::render::docx::render;
use wep::tree::*;

fn kept(paragraphs: &[&Node]) -> Vec<bool> {
    paragraphs.iter().map(|paragraph| !paragraph.named("w:keepNext").is_empty()).collect()
}

fn list(items: &[&str]) -> Block {
    let items = items.iter().map(|item| Item { content: vec![sample::paragraph(item)] }).collect();
    Block::List(List { kind: ListKind::Bullet, items })
}

fn note(kind: AsideKind) -> Block {
    Block::Aside { kind, content: vec![sample::paragraph("Handleiding §1")] }
}

fn table(rows: &[[Inline; 2]]) -> Block {
    let rows = rows.iter().map(|row| row.clone().map(|cell| vec![cell]).to_vec()).collect();
    let columns = vec![Column { align: Align::Left, width: 1 }; 2];
    Block::Table(Table { columns, header: vec![Vec::new(); 2], rows, row_headers: false })
}

fn kept_rows(body: &Node) -> Vec<bool> {
    kept(&body.named("w:tr"))
}

#[test]
fn a_short_list_is_not_broken_and_a_long_one_leaves_no_item_alone() {
    let items = |body: &Node| kept(&of_style(body, "ListBullet"));
    assert_eq!(items(&document(&tree(vec![list(&["een", "twee", "drie"])]))), [true, true, false]);
    let long = "woord ".repeat(60);
    let body = document(&tree(vec![sample::paragraph("Dit telt mee:"), list(&[long.as_str(); 5])]));
    assert_eq!(items(&body), [true, false, false, true, false]);
    assert_eq!(kept(&of_style(&body, "")), [true]);
}

#[test]
fn a_note_stays_with_the_end_of_what_it_is_about() {
    for kind in [AsideKind::Source, AsideKind::Addition] {
        let body = document(&tree(vec![sample::paragraph("tekst"), note(kind), sample::paragraph("tekst")]));
        assert_eq!(kept(&blocks(&body)[1..]), [true, false, false], "after the title");
    }
    let row = || [sample::text("a"), sample::text("b")];
    let last = |after: Vec<Block>| {
        let body = document(&tree([table(&[row(), row()])].into_iter().chain(after).collect()));
        kept_rows(&body)[1]
    };
    assert!(last(vec![note(AsideKind::Source)]));
    assert!(!last(vec![sample::paragraph("tekst")]));
    let body = document(&tree(vec![list(&["een", "twee"]), note(AsideKind::Source)]));
    assert_eq!(kept(&of_style(&body, "ListBullet")), [true, true]);
}

#[test]
fn a_long_table_is_broken_but_not_after_a_row_that_heads_others() {
    let long = || [sample::text("a"), sample::text(&"woord ".repeat(40))];
    let head = [Inline::Strong { content: vec![sample::text("Personeel")] }, sample::text("")];
    let body = document(&tree(vec![table(&[long(), long(), head, long(), long(), long()])]));
    assert_eq!(kept_rows(&body), [true, false, true, false, true, false]);
    let short = [sample::text("a"), sample::text("b")];
    let body = document(&tree(vec![table(&[short.clone(), short.clone(), short.clone(), short])]));
    assert_eq!(kept_rows(&body), [true, true, true, false]);
}

#[test]
fn a_line_of_text_is_narrower_than_a_table_but_not_on_a_poster() {
    let styles = |layout| {
        let mut tree = tree(vec![sample::paragraph("tekst")]);
        tree.meta.layout = layout;
        parts(&render(&tree)).remove("word/styles.xml").expect("the styles")
    };
    let report = styles(Layout::Report);
    let default = report.named("w:pPrDefault")[0].named("w:ind");
    assert_eq!(default[0].attr("w:right"), "1135", "20 mm");
    assert_eq!(report.named("w:pPrDefault")[0].named("w:widowControl").len(), 1);
    let right = |id: &str| {
        let style = report.named("w:style").into_iter().find(|style| style.attr("w:styleId") == id).expect("a style");
        style.named("w:ind").first().map(|indent| indent.attr("w:right").to_owned())
    };
    for wide in ["Tabeltekst", "TableGrid", "Figuur", "Header", "Footer", "Ondertekentekst", "Partij"] {
        assert_eq!(right(wide).as_deref(), Some("0"), "{wide}");
    }
    assert_eq!(right("Normal"), None, "a table that is drawn in Word would have it too");
    assert!(styles(Layout::Poster(Paper::A4)).named("w:pPrDefault")[0].named("w:ind").is_empty());
}

#[test]
fn a_line_does_not_end_within_a_range_or_after_a_short_part_of_a_word() {
    let hard = |text: &str| {
        let body = document(&tree(vec![sample::paragraph(text)]));
        let paragraph = of_style(&body, "")[0];
        let texts: Vec<String> = paragraph.named("w:t").iter().map(|text| text.text.clone()).collect();
        (texts.join("|"), paragraph.named("w:noBreakHyphen").len())
    };
    assert_eq!(hard("de WeP-werker (e-mail)"), ("de WeP|werker (e|mail)".to_owned(), 2));
    assert_eq!(hard("10.00–11.30"), ("10.00–\u{200d}11.30".to_owned(), 0));
    for plain in ["intake-formulier", "in- en uitgaan", "a.b-c@d.example", "1-2", "ja – nee"] {
        assert_eq!(hard(plain), (plain.to_owned(), 0));
    }
}
