//! Forms: fields that a screen reader names, that a pen can fill in, and of which nothing is sent or kept.

use std::collections::BTreeSet;

use scraper::{Html, Selector};
use wep::render::{Format, render, text};
use wep::tree::{Block, Document, Field, FieldInput, Meta};

use super::docx::reader;

const HOSTILE: &str = "Wat?\"><script>alert(1)</script> | *a* & 'b'";

fn field(label: &str, input: FieldInput) -> Field {
    Field { label: label.to_owned(), input }
}

fn form() -> Document {
    let fields = vec![
        field("Naam", FieldInput::Lines(1)),
        field("Wat doet u graag?", FieldInput::Lines(3)),
        field("Hoe mogen wij contact opnemen?", FieldInput::Choices(vec!["bellen".into(), "e-mail".into()])),
        field(HOSTILE, FieldInput::Lines(1)),
        field(&"lang ".repeat(60), FieldInput::Choices(vec![HOSTILE.into()])),
    ];
    Document {
        meta: Meta { title: "Formulier".into(), ..Meta::default() },
        body: vec![Block::Form { fields }, Block::Form { fields: vec![field("Naam", FieldInput::Lines(0))] }],
    }
}

fn bytes(format: Format) -> Vec<u8> {
    render(&form(), format).unwrap().bytes
}

#[test]
fn a_page_names_every_field_and_can_send_nothing() {
    let page = Html::parse_document(std::str::from_utf8(&bytes(Format::Html)).unwrap());
    let select = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
    assert_eq!((select("form").len(), select("script").len(), select("button").len()), (0, 0, 0));
    assert!(
        select("[name]").iter().all(|element| element.value().name() == "meta"),
        "a field without name is not sent"
    );
    let mut ids = BTreeSet::new();
    for input in select("input[type=text], textarea") {
        let id = input.value().id().unwrap();
        assert!(ids.insert(id), "{id} twice");
        assert_eq!(select(&format!("label[for={id}]")).len(), 1, "{id} has no label");
        assert_eq!(input.value().attr("autocomplete"), Some("off"), "a browser may not keep it");
    }
    assert_eq!(ids.len(), 4);
    for group in select("[role=group]") {
        let id = group.value().attr("aria-labelledby").unwrap();
        assert_eq!(select(&format!("#{id}")).len(), 1);
    }
    assert_eq!(select("label > input[type=checkbox]").len(), 3);
    let labels: Vec<String> = select("label[for]").iter().map(|label| label.text().collect()).collect();
    assert!(labels.contains(&HOSTILE.to_owned()), "{labels:?}");
}

#[test]
fn word_has_a_control_with_a_name_for_every_field() {
    let parts = reader::parts(&bytes(Format::Docx));
    let controls = parts["word/document.xml"].named("w:sdt");
    let names: Vec<&str> = controls.iter().map(|control| control.val("w:alias")).collect();
    assert_eq!(names[..3], ["Naam", "Wat doet u graag?", "bellen: Hoe mogen wij contact opnemen?"]);
    assert_eq!(names.len(), 7);
    assert!(names.iter().all(|name| !name.is_empty() && name.chars().count() <= 64), "{names:?}");
    for kind in ["w:id", "w:tag"] {
        let unique: BTreeSet<&str> = controls.iter().map(|control| control.val(kind)).collect();
        assert_eq!(unique.len(), controls.len(), "{kind}");
    }
    let lines = controls.iter().filter(|control| !control.named("w:text").is_empty());
    assert!(
        lines.clone().all(|control| !control.named("w:showingPlcHdr").is_empty() && control.shown().trim().is_empty())
    );
    assert_eq!(lines.count(), 4);
    let ticks = controls.iter().filter(|control| !control.named("w14:checkbox").is_empty());
    assert!(ticks.clone().all(|control| control.shown() == "☐"));
    assert_eq!(ticks.count(), 3);
}

#[test]
fn paper_text_and_markdown_leave_room_to_write() {
    let markdown = String::from_utf8(bytes(Format::Markdown)).unwrap();
    assert!(markdown.contains("**Naam** ……") && markdown.contains("- [ ] bellen\n- [ ] e-mail"), "{markdown}");
    let shown = text::render(&form(), 60);
    assert!(shown.contains("Wat doet u graag?\n____") && shown.contains("[ ] bellen\n[ ] e-mail"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_has_the_questions_in_order_and_boxes_to_tick() {
    let read = super::pdf_text::read(&bytes(Format::Pdf));
    let words: Vec<&str> = read.parts.iter().map(|part| part.text.as_str()).collect();
    let all = words.join(" ");
    let at = |text: &str| all.find(text).unwrap_or_else(|| panic!("{text} in {all}"));
    assert!(at("Naam") < at("Wat doet u graag?") && at("bellen") < at("e-mail"));
    assert_eq!(all.matches('☐').count(), 3, "{all}");
    // Each is a paragraph of its own, and a box stands apart from its word.
    let paragraphs = read.tagged("P");
    for one in ["Naam", "Wat doet u graag?", "☐ bellen ☐ e-mail"] {
        assert!(paragraphs.iter().any(|text| text == one), "‘{one}’ in {paragraphs:?}");
    }
}
