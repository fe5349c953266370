//! Templates and Markdown: any text becomes a tree that holds what the renderers count on, or an error with its place.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde_json::{Value, json};
use wep::compose::{ComposeError, Template, compose};
use wep::edit::project::value_of;
use wep::render::{html, markdown as markdown_file, text};
use wep::tree::{Block, Document, Inline, Meta};

use super::choice::pieces;
use super::inert;
use super::part::veldrijk;

/// The template and then a partial `deel`, parted by a byte 0xff, over part of the example.
pub fn template(data: &[u8]) {
    static VIEW: OnceLock<Value> = OnceLock::new();
    let view = VIEW.get_or_init(|| {
        let project = veldrijk();
        let mut view = value_of(project, "wep.yaml");
        view["organisaties"] =
            value_of(project, "organisaties.yaml")["organisaties"].as_array().map_or(json!([]), |all| json!(all[..2]));
        view["x"] = json!("*a* | <b> {{c}} ::: bron\n\nd");
        view["leeg"] = Value::Null;
        view["lijst"] = json!(["een", "*twee*", ""]);
        view["aantal"] = json!(3);
        view["ja"] = json!(true);
        view
    });
    let mut texts = pieces(data).map(String::from_utf8_lossy);
    let (text, partial) = (texts.next().unwrap_or_default(), texts.next().unwrap_or_default());
    check(&text, &[Template { name: "deel", text: &partial }], view);
}

/// Markdown alone: no tag in it.
pub fn markdown(data: &[u8]) {
    check(&String::from_utf8_lossy(data).replace("{{", "{ {"), &[], &Value::Null);
}

fn check(text: &str, partials: &[Template], view: &Value) {
    let made = || compose(&Template { name: "proef", text }, partials, view.clone(), Meta::default());
    let result = made();
    assert_eq!(result, made(), "the same template, the same outcome");
    match result {
        Ok(document) => {
            whole(&document);
            inert::screen(&text::render(&document, 80));
            markdown_file::render(&document);
            if text.len().is_multiple_of(8) {
                inert::page(&html::render(&document));
            }
        }
        Err(ComposeError { file, line, column, message, help }) => {
            assert!(line > 0 && column > 0 && file.ends_with(".md.hbs"), "{file}:{line}:{column}");
            let lines = if file.starts_with("deel") { partials[0].text } else { text }.replace("\r\n", "\n");
            assert!(line <= lines.split('\n').count().max(1), "line {line} of {file}: {message}");
            assert!(!message.is_empty());
            // What is quoted is quoted as it stands; the report cleans it.
            inert::screen(&wep::report::lines::clean(&format!("{message} {help}")));
        }
    }
}

/// What `wep::tree` says of a document that was composed.
fn whole(document: &Document) {
    let (mut level, mut anchors, mut pointed_at) = (0, BTreeSet::new(), BTreeSet::new());
    for block in &document.body {
        block.visit(&mut |block| match block {
            Block::Heading(heading) => {
                assert!((1..=4).contains(&heading.level) && heading.level <= level + 1, "{heading:?}");
                level = heading.level;
                if let Some(anchor) = &heading.anchor {
                    assert!(anchors.insert(anchor.clone()), "{anchor} twice");
                    let plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
                    assert!(anchor.chars().all(plain), "{anchor:?}");
                }
                inlines(&heading.content, &mut pointed_at);
            }
            Block::Paragraph { content } => inlines(content, &mut pointed_at),
            Block::Table(table) => {
                assert!(!table.columns.is_empty() && table.columns.iter().all(|column| column.width > 0));
                for row in std::iter::once(&table.header).chain(&table.rows) {
                    assert_eq!(row.len(), table.columns.len());
                    row.iter().for_each(|cell| inlines(cell, &mut pointed_at));
                }
            }
            Block::Signatures { signatures } => {
                for one in signatures {
                    let parts = [&one.party, &one.name, &one.role, &one.place, &one.date];
                    parts.into_iter().for_each(|part| inlines(part, &mut pointed_at));
                }
            }
            _ => {}
        });
    }
    assert!(pointed_at.is_subset(&anchors), "{pointed_at:?} in {anchors:?}");
}

fn inlines(content: &[Inline], pointed_at: &mut BTreeSet<String>) {
    for inline in content {
        match inline {
            Inline::Text { text } | Inline::Gap { text } => {
                assert!(!text.contains(char::is_control), "{text:?}");
            }
            Inline::Strong { content } | Inline::Emphasis { content } => inlines(content, pointed_at),
            Inline::Link { url, content } => {
                inert::address(url);
                inlines(content, pointed_at);
            }
            Inline::Reference { anchor, number } => {
                assert!(*number > 0);
                pointed_at.insert(anchor.clone());
            }
            Inline::Break => {}
        }
    }
}
