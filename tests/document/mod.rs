//! The documents that come out of the example and of data that is not so nice.

mod activiteiten;
mod begrippen;
mod begroting;
mod begroting_werkmap;
mod convenant;
mod example;
mod formats;
mod gaps;
mod gegevensstromen;
pub mod hostile;
mod huisstijl;
mod ics;
mod keuzes;
mod locatie;
mod overleg;
mod plan_van_aanpak;
mod profiel;
mod sjabloonwijzer;
mod sociale_kaart;
mod startbijeenkomst;
mod toeleiding;
mod training;
mod voorlichting;
mod walk;
mod web;
mod zandwaard;

use std::path::Path;

use wep::document::Kind;
use wep::model::Project;
use wep::render::words;
use wep::tree::{Block, Document, FieldInput, Inline, Signature, plain_text};

/// The complete fictitious gemeente.
pub fn veldrijk() -> Project {
    let loaded = wep::load::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk")).unwrap();
    assert_eq!(loaded.findings, [], "the example has findings");
    loaded.project
}

pub fn compose(slug: &str, project: &Project) -> Document {
    Kind::find(slug).unwrap().compose(project).unwrap_or_else(|error| panic!("{error}"))
}

/// The document as a reader takes it in: on one line, every white space folded.
pub fn folded(document: &Document) -> String {
    let mut words = vec![document.meta.title.clone(), document.meta.subtitle.clone()];
    for block in &document.body {
        block.visit(&mut |block| words.extend(text_of(block)));
    }
    words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text that a block itself holds, cell by cell; what stands in blocks inside it is not its own.
fn text_of(block: &Block) -> Vec<String> {
    let label = |text: &str| vec![Inline::Text { text: text.to_owned() }];
    let cells: Vec<Vec<Inline>> = match block {
        Block::Heading(heading) => {
            let number = heading.number.iter().map(|number| label(&format!("{} {}", number.label, number.number)));
            number.chain([heading.content.clone()]).collect()
        }
        Block::Paragraph { content } => vec![content.clone()],
        Block::Table(table) => table.header.iter().chain(table.rows.iter().flatten()).cloned().collect(),
        Block::Signatures { signatures } => signatures
            .iter()
            .flat_map(|one| {
                let Signature { party, name, role, place, date } = one.clone();
                let labelled = [(words::NAME, name), (words::ROLE, role), (words::PLACE, place), (words::DATE, date)];
                let labelled = labelled.into_iter().flat_map(|(word, value)| [label(word), value]);
                [party].into_iter().chain(labelled).chain([label(words::SIGNATURE)]).collect::<Vec<_>>()
            })
            .collect(),
        Block::Form { fields } => fields
            .iter()
            .flat_map(|field| {
                let choices = match &field.input {
                    FieldInput::Choices(choices) => choices.clone(),
                    FieldInput::Lines(_) => Vec::new(),
                };
                [field.label.clone()].into_iter().chain(choices).map(|text| label(&text)).collect::<Vec<_>>()
            })
            .collect(),
        // The drawing itself is no text: what it shows stands beside it, in a table or a list.
        Block::Figure(figure) => vec![figure.caption.clone()],
        _ => Vec::new(),
    };
    cells.iter().map(|cell| plain_text(cell)).collect()
}

/// Every inline of the document, whatever block it stands in.
pub fn inlines(document: &Document) -> Vec<&Inline> {
    let mut found = Vec::new();
    for block in &document.body {
        block.visit(&mut |block| match block {
            Block::Heading(heading) => found.extend(&heading.content),
            Block::Paragraph { content } => found.extend(content),
            Block::Table(table) => found.extend(table.header.iter().chain(table.rows.iter().flatten()).flatten()),
            Block::Signatures { signatures } => found.extend(
                signatures.iter().flat_map(|one| [&one.party, &one.name, &one.role, &one.place, &one.date]).flatten(),
            ),
            _ => {}
        });
    }
    found
}

/// What is still to be filled in, as the document shows it.
pub fn gaps_of(document: &Document) -> Vec<String> {
    fn collect(inline: &Inline, gaps: &mut Vec<String>) {
        match inline {
            Inline::Gap { text } => gaps.push(text.clone()),
            Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => {
                content.iter().for_each(|inline| collect(inline, gaps));
            }
            _ => {}
        }
    }
    let mut gaps = Vec::new();
    inlines(document).into_iter().for_each(|inline| collect(inline, &mut gaps));
    gaps
}
