//! README.md is true: its table is that of the program, every command in it runs, and what it points to is there.

#[cfg(unix)]
mod afternoon;
mod commands;
mod pointers;
mod table;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::command::{listed, text, wep};

/// Something in the README that is to be typed, or the content of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Code {
    /// The heading of the second level that it stands below.
    section: String,
    /// Whether it stands on lines of its own, and not in a sentence or a table.
    block: bool,
    text: String,
}

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    fs::read_to_string(path()).unwrap()
}

fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// All code of the README, in its order.
fn code() -> Vec<Code> {
    let readme = readme();
    let (mut found, mut section, mut block, mut heading) = (Vec::new(), String::new(), None, None);
    for event in events(&readme) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                let indented = matches!(kind, CodeBlockKind::Indented);
                assert!(indented, "blocks of the README are indented, as .ci/run reads them");
                block = Some(String::new());
            }
            Event::End(TagEnd::CodeBlock) => {
                let text = block.take().unwrap_or_default();
                found.push(Code { section: section.clone(), block: true, text });
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => section = heading.take().unwrap_or_default(),
            Event::Text(text) => match (&mut block, &mut heading) {
                (Some(words), _) | (None, Some(words)) => words.push_str(&text),
                (None, None) => {}
            },
            Event::Code(text) => found.push(Code { section: section.clone(), block: false, text: text.into_string() }),
            _ => {}
        }
    }
    found
}

/// The words of a command line; what stands between quotation marks is one word.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            letter => words.last_mut().expect("there is always one").push(letter),
        }
    }
    assert!(!quoted, "a quotation mark is not closed: {line}");
    words.retain(|word| !word.is_empty());
    words
}

/// The short help of every command that does something, by what is typed for it, such as `wep organisatie lijst`.
fn helps() -> BTreeMap<String, String> {
    let (mut found, mut ahead) = (BTreeMap::new(), vec![Vec::<String>::new()]);
    while let Some(command) = ahead.pop() {
        let arguments: Vec<&str> = command.iter().map(String::as_str).chain(["-h"]).collect();
        let help = text(&wep(Path::new("."), &arguments).stdout);
        let inner: Vec<Vec<String>> =
            listed(&help).into_iter().map(|name| [command.as_slice(), &[name]].concat()).collect();
        if inner.is_empty() {
            found.insert(format!("wep {}", command.join(" ")), help);
        }
        ahead.extend(inner);
    }
    found
}
