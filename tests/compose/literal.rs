//! What a user types comes back to the letter, and never changes the shape of a document.

use proptest::prelude::*;
use serde_json::json;
use wep::tree::{Block, Inline};

use super::body;
use crate::attack;

/// A value in every position that a template has.
const EVERYWHERE: &str = "\
# {{x}}
{{x}}

{{x}} midden {{x}} *{{x}}*en **{{x}}**n {{x}}

## Kop {{x}} {.artikel #a}
1. {{x}}
1. lid {{x}}
   - {{x}}

   {{x}}
- [ ] {{x}}

{{alineas x}}

{{opsomming lijst}} {{veld x \"gat\"}} {{hoofdletter x}} {{epost x}} {{telefoon x}} {{website x}} {{veld leeg x}}

| {{x}} | b |
|---|---:|
| {{x}} | {{x}} |

::: bron
{{x}}
:::
::: ondertekening
| Partij | Naam | Functie | Plaats | Datum |
|---|---|---|---|---|
| {{x}} | {{x}} | {{x}} | {{x}} | {{x}} |
:::
";

fn view(text: &str) -> serde_json::Value {
    json!({"x": text, "lijst": [text, text], "leeg": null})
}

/// The blocks without their text.
fn shape(blocks: &[Block]) -> String {
    let mut tree = serde_json::to_value(blocks).expect("a tree can be written");
    forget_inlines(&mut tree);
    tree.to_string()
}

fn forget_inlines(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            // The width of a column is by its longest text.
            fields.retain(|name, _| name != "width");
            fields.values_mut().for_each(forget_inlines);
        }
        serde_json::Value::Array(items) => {
            items.retain(|item| !is_inline(item));
            items.iter_mut().for_each(forget_inlines);
        }
        _ => {}
    }
}

fn is_inline(value: &serde_json::Value) -> bool {
    const INLINE: [&str; 7] = ["text", "strong", "emphasis", "link", "reference", "gap", "break"];
    value.get("t").and_then(|tag| tag.as_str()).is_some_and(|tag| INLINE.contains(&tag))
}

/// What the text should come back as; `⏎` for a forced break.
fn wanted(text: &str) -> String {
    let line_ends = |character: char| "\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}".contains(character);
    let is_noncharacter = |character: char| {
        let code = character as u32;
        (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
    };
    let line = |line: &str| {
        let kept = line.chars().filter(|character| *character == '\t' || !character.is_control());
        let text: String =
            kept.map(|character| if is_noncharacter(character) { '\u{FFFD}' } else { character }).collect();
        text.replace('\u{a0}', " ").split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    text.split(line_ends).map(line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("⏎")
}

fn found(content: &[Inline]) -> String {
    let text: String = content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text } => text.clone(),
            Inline::Break => "⏎".to_owned(),
            other => panic!("user text became {other:?}"),
        })
        .collect();
    let lines = text.split('⏎');
    lines
        .map(|line| {
            line.replace('\u{a0}', " ").split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        })
        .collect::<Vec<_>>()
        .join("⏎")
}

fn check(text: &str) {
    let wanted = wanted(text);
    let blocks = body("{{x}}\n\n# {{x}}\n\n- {{x}}\n\n| {{x}} |\n|---|\n| {{x}} |\n", view(text));
    let [Block::Paragraph { content }, Block::Heading(heading), Block::List(list), Block::Table(table)] =
        blocks.as_slice()
    else {
        panic!("{text:?} changed the shape: {blocks:?}");
    };
    let Block::Paragraph { content: item } = &list.items[0].content[0] else { panic!("{list:?}") };
    for content in [content, &heading.content, item, &table.header[0], &table.rows[0][0]] {
        assert_eq!(found(content), wanted, "{text:?}");
    }
    let Block::Paragraph { content } = &body("voor {{x}}na", view(text))[0] else { panic!("{text:?}") };
    // A space of the user's own at an end is not told apart from ours here.
    let together = |text: String| text.replace(' ', "");
    assert_eq!(together(found(content)), together(format!("voor {wanted}na")), "{text:?}");
    let mut paragraphs = Vec::new();
    for block in body("{{alineas x}}", view(text)) {
        let Block::Paragraph { content } = block else { panic!("{text:?} became {block:?}") };
        paragraphs.push(found(&content));
    }
    assert_eq!(paragraphs.join("⏎"), wanted, "{text:?}");
}

/// The shape with this text against that with a plain letter. `alineas` gives a paragraph for each of the text.
fn check_shape(text: &str) {
    let one_paragraph =
        text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']).collect::<String>();
    assert_eq!(shape(&body(EVERYWHERE, view(&one_paragraph))), shape(&body(EVERYWHERE, view("x"))), "{text:?}");
}

#[test]
fn hostile_texts_come_back_to_the_letter() {
    for text in attack::all().iter().map(String::as_str).chain(OTHERS.iter().copied()) {
        check(text);
        check_shape(text);
    }
}

/// What is no attack, and is set in its own way.
const OTHERS: &[&str] =
    &["012 345 67 89", "1 oktober 2026", "€ 12", "artikel 5", "https://x.example/(a)", "a@b.example"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back_to_the_letter(text in any_text()) {
        prop_assume!(!wanted(&text).is_empty() && !text.contains('⏎') && text.chars().any(char::is_alphanumeric));
        check(&text);
        check_shape(&text);
    }
}

/// Texts with much punctuation and white space in them, beside any character at all.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ -~]{1,6}",
        2 => "[a-z0-9 *_#|:\\[\\]()<>`~\\\\{}!&\\-+=.\n\t]{1,8}",
        1 => "\\PC{1,3}",
        1 => any::<char>().prop_map(|character| character.to_string()),
    ];
    proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}
