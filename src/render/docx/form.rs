//! Forms: content controls of Word, each with the name that a screen reader says, in boxes that a pen can use too.

use super::format::{ParagraphFormat, RunFormat};
use super::inline::run;
use super::table::{About, Grid, Room, cell, row};
use super::xml::Element;
use crate::render::{literal, words};
use crate::tree::{Field, FieldInput};

/// Room for a line of handwriting.
const LINE_HEIGHT: u32 = 454;
/// Boxes to tick need less.
const TICK_HEIGHT: u32 = 397;
/// Of the width, for the question: one part in three.
const LABEL_SHARE: u32 = 3;
/// Choices that take no more than this, in characters, leave room beside them.
const SHORT_CHOICES: usize = 30;
/// What Word shows of a control as long as nobody has typed: blank, so that the paper stays empty too.
const BLANK: &str = "\u{2003}\u{2003}\u{2003}\u{2003}";
const UNTICKED: &str = "☐";
const SYMBOLS: &str = "MS Gothic";
/// Word takes no longer names.
const NAME_LENGTH: usize = 64;

/// Counts the controls of a document: each has a number of its own.
#[derive(Default)]
pub struct Controls {
    count: u32,
}

impl Controls {
    /// What a control says about itself, before its kind.
    fn properties(&mut self, name: &str) -> Element {
        self.count += 1;
        let name: String = literal::folded(name).chars().take(NAME_LENGTH).collect();
        Element::new("w:sdtPr")
            .child(Element::val("w:alias", name))
            .child(Element::val("w:tag", format!("veld-{}", self.count)))
            .child(Element::val("w:id", self.count))
    }

    /// A place to type, of one or more lines.
    fn text(&mut self, name: &str, several: bool) -> Element {
        let mut kind = Element::new("w:text");
        if several {
            kind = kind.attr("w:multiLine", 1);
        }
        let properties = self.properties(name).child(Element::new("w:showingPlcHdr")).child(kind);
        control(properties, BLANK, RunFormat::default())
    }

    /// A box that a click ticks.
    fn tick(&mut self, name: &str) -> Element {
        let state = |element, code| Element::new(element).attr("w14:val", code).attr("w14:font", SYMBOLS);
        let kind = Element::new("w14:checkbox")
            .child(Element::new("w14:checked").attr("w14:val", 0))
            .child(state("w14:checkedState", "2612"))
            .child(state("w14:uncheckedState", "2610"));
        control(self.properties(name).child(kind), UNTICKED, RunFormat { font: Some(SYMBOLS), ..RunFormat::default() })
    }
}

fn control(properties: Element, shown: &str, format: RunFormat) -> Element {
    let content = Element::new("w:sdtContent").children(run(shown, format));
    Element::new("w:sdt").child(properties).child(content)
}

/// All fields below each other: the question on the left, on the right room to write or boxes to tick. `keep_last` holds
/// the end to what comes after it.
pub fn table(fields: &[Field], title: &str, room: Room, keep_last: bool, controls: &mut Controls) -> Option<Element> {
    // Where nothing is written, the question has more room than the few boxes.
    let ticked = |field: &Field| match &field.input {
        FieldInput::Lines(_) => false,
        FieldInput::Choices(choices) => choices.iter().map(String::len).sum::<usize>() < SHORT_CHOICES,
    };
    let label_width = if fields.iter().all(ticked) { room.width * 3 / 5 } else { room.width / LABEL_SHARE };
    let widths = [label_width, room.width - label_width];
    let bold = RunFormat { bold: true, ..RunFormat::default() };
    let rows = fields.iter().enumerate().map(|(index, field)| {
        // No field stands alone at the foot of a page, nor the last one at the head of the next.
        let left = fields.len() - 1 - index;
        let keep_next = if left == 0 { keep_last } else { index == 0 || left == 1 };
        let format = ParagraphFormat { keep_next, ..ParagraphFormat::of("Tabeltekst") };
        let label = cell(widths[0], &format, run(&literal::folded(&field.label), bold).into_iter().collect());
        let (height, runs) = match &field.input {
            FieldInput::Lines(lines) => {
                (LINE_HEIGHT * u32::from((*lines).max(1)), vec![controls.text(&field.label, *lines > 1)])
            }
            FieldInput::Choices(choices) => (TICK_HEIGHT, ticks(&field.label, choices, controls)),
        };
        row(Some(height), false, vec![label, cell(widths[1], &format, runs)])
    });
    let grid = Grid {
        about: About::new(title, words::FORM),
        style: "Formulier",
        first_row: false,
        first_column: false,
        indent: room.indent,
        columns: widths.to_vec(),
        rows: rows.collect(),
    };
    (!fields.is_empty()).then(|| grid.element())
}

/// The name of each box says the question too: who hears only the box knows what it is about.
fn ticks(label: &str, choices: &[String], controls: &mut Controls) -> Vec<Element> {
    let mut runs = Vec::new();
    for (index, choice) in choices.iter().enumerate() {
        if index > 0 {
            runs.extend(run("   ", RunFormat::default()));
        }
        runs.push(controls.tick(&format!("{choice}: {label}")));
        // The box and its first word stay on one line.
        runs.extend(run(&format!("\u{a0}{}", literal::folded(choice)), RunFormat::default()));
    }
    runs
}
