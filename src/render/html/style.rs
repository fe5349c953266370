//! The style sheet: the rules of `document.css` with the colours and sizes of the theme before them.

use crate::render::{literal, theme, words};
use crate::tree::{DRAFT, Meta};

const RULES: &str = include_str!("../../../templates/layout/document.css");

/// Calibri as in Word, or what looks like it; named here because the margins of a page know no variables.
const FONTS: &str = "Calibri, Carlito, \"Segoe UI\", system-ui, sans-serif";

/// Everything between `<style>` and `</style>`.
pub(super) fn sheet(meta: &Meta) -> String {
    format!("{}{}{RULES}", variables(), page_margins(meta))
}

fn variables() -> String {
    let colours = [
        ("accent", theme::ACCENT),
        ("accent-tint", theme::ACCENT_TINT),
        ("line", theme::LINE),
        ("quiet", theme::QUIET),
        ("gap", theme::GAP),
        ("addition", theme::ADDITION),
        ("attention", theme::ATTENTION),
        ("paper", theme::PAPER),
        ("ink", theme::INK),
        ("second", theme::SECOND),
        ("second-tint", theme::SECOND_TINT),
    ];
    let [first, second, third, fourth] = theme::HEADING_SIZES;
    let sizes = [
        ("title", theme::TITLE_SIZE),
        ("heading-1", first),
        ("heading-2", second),
        ("heading-3", third),
        ("heading-4", fourth),
        ("small", theme::SMALL_SIZE),
    ];
    let mut css = String::from(":root {\n");
    for (name, colour) in colours {
        css.push_str(&format!("  --{name}: #{colour};\n"));
    }
    for (name, size) in sizes {
        css.push_str(&format!("  --{name}-size: {:.3}rem;\n", size / theme::BODY_SIZE));
    }
    css.push_str(&format!("  --fonts: {FONTS};\n  --body-size: {}pt;\n}}\n", theme::BODY_SIZE));
    css
}

/// Header and footer of every printed page, for browsers that print margin boxes.
fn page_margins(meta: &Meta) -> String {
    let small = format!("font: {}pt/1.3 {FONTS}; color: #{};", theme::SMALL_SIZE, theme::QUIET);
    let mut css = String::from("@page {\n  size: A4;\n  margin: 25mm;\n");
    css.push_str(&format!(
        "  @bottom-left {{ content: {}; {small} width: 75%; vertical-align: top; padding-top: 6mm; }}\n",
        quoted(&meta.title)
    ));
    css.push_str(&format!(
        "  @bottom-right {{ content: \"{} \" counter(page) \" {} \" counter(pages); {small} width: 25%; text-align: right; \
         vertical-align: top; padding-top: 6mm; }}\n",
        words::PAGE,
        words::OF
    ));
    if meta.draft {
        css.push_str(&format!(
            "  @top-right {{ content: \"{DRAFT}\"; {small} font-weight: bold; letter-spacing: 0.1em; }}\n"
        ));
    }
    css.push_str("}\n");
    css
}

/// A CSS string in which every character that could end the string or the style element is written as a code point.
///
/// The space after a code point belongs to it.
fn quoted(text: &str) -> String {
    let mut css = String::from("\"");
    for character in literal::folded(text).chars() {
        if character.is_alphanumeric() || character == ' ' {
            css.push(character);
        } else {
            css.push_str(&format!("\\{:X} ", u32::from(character)));
        }
    }
    css.push('"');
    css
}
