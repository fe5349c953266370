//! The documents that come out of the example and of data that is not so nice.

mod convenant;
mod formats;
mod gaps;
mod hostile;
mod startbijeenkomst;
mod walk;

use std::path::Path;

use wep::document::Kind;
use wep::model::Project;
use wep::render::text;
use wep::tree::{Block, Document, Inline};

/// The complete fictitious gemeente.
pub fn veldrijk() -> Project {
    let loaded = wep::load::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk")).unwrap();
    assert_eq!(loaded.findings, [], "the example has findings");
    loaded.project
}

pub fn compose(slug: &str, project: &Project) -> Document {
    Kind::find(slug).unwrap().compose(project, &wep::compose::builtin()).unwrap_or_else(|error| panic!("{error}"))
}

/// The document as a reader takes it in: on one line, every white space folded.
pub fn folded(document: &Document) -> String {
    text::render(document, 10_000).split_whitespace().collect::<Vec<_>>().join(" ")
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
                signatures
                    .iter()
                    .flat_map(|one| [&one.party, &one.name, &one.role, &one.place, &one.date])
                    .flatten(),
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
