//! The style sheet: the rules of `document.css` with the colours and sizes of the theme before them.

use crate::render::theme::Palette;
use crate::render::{literal, theme, words};
use crate::tree::{DRAFT, Face, Layout, Meta};

const RULES: &str = include_str!("../../../templates/layout/document.css");
const LOGO: &str = include_str!("../../../templates/layout/logo.css");
const POSTER: &str = include_str!("../../../templates/layout/poster.css");

/// Calibri as in Word, or what looks like it; named here because the margins of a page know no variables.
pub(super) fn fonts(face: Face) -> &'static str {
    match face {
        Face::Carlito => "Calibri, Carlito, \"Segoe UI\", system-ui, sans-serif",
        Face::LiberationSans => "Arial, \"Liberation Sans\", Helvetica, system-ui, sans-serif",
    }
}

/// Everything between `<style>` and `</style>`.
pub(super) fn sheet(meta: &Meta) -> String {
    let mut css = format!("{}{}{RULES}{}", variables(meta), page_margins(meta), dark(meta));
    if meta.theme.logo.is_some() {
        css.push_str(LOGO);
    }
    if let Layout::Poster(_) = meta.layout {
        css.push_str(POSTER);
    }
    css
}

fn variables(meta: &Meta) -> String {
    let palette = Palette::of(&meta.theme);
    let fonts = fonts(meta.theme.face);
    let colours = [
        ("accent", palette.accent),
        ("accent-tint", palette.accent_tint),
        ("line", theme::LINE),
        ("quiet", theme::QUIET),
        ("gap", theme::GAP),
        ("addition", theme::ADDITION),
        ("attention", theme::ATTENTION),
        ("paper", theme::PAPER),
        ("ink", theme::INK),
        ("second", palette.second),
        ("second-tint", palette.second_tint),
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
    if let Layout::Poster(_) = meta.layout {
        // White letters stand on these: they stay as they are where the page is dark.
        css.push_str(&format!("  --band: #{};\n  --band-edge: #{};\n", palette.accent, palette.second));
    }
    for (name, size) in sizes {
        css.push_str(&format!("  --{name}-size: {:.3}rem;\n", size / theme::BODY_SIZE));
    }
    css.push_str(&format!("  --measure: {};\n", measure(meta.layout)));
    css.push_str(&format!("  --fonts: {fonts};\n  --body-size: {}pt;\n}}\n", theme::BODY_SIZE));
    css
}

/// How wide a line of text may be: as wide as in the PDF, and on a poster wider than any.
fn measure(layout: Layout) -> String {
    match layout {
        Layout::Poster(_) => "100rem".to_owned(),
        Layout::Report | Layout::Leaflet => {
            format!("{:.1}rem", theme::MEASURE * theme::POINTS_PER_MILLIMETRE / theme::BODY_SIZE)
        }
    }
}

/// The house colours for who wants a dark screen: those of the rules are for ours.
fn dark(meta: &Meta) -> String {
    let theme = &meta.theme;
    if theme.accent.is_none() && theme.second.is_none() {
        return String::new();
    }
    let Palette { accent, accent_tint, second, second_tint } = Palette::of(theme).on_dark();
    format!(
        "\n@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n    --accent: #{accent};\n    \
         --accent-tint: #{accent_tint};\n    --second: #{second};\n    --second-tint: #{second_tint};\n  }}\n}}\n"
    )
}

/// Header and footer of every printed page, for browsers that print margin boxes.
fn page_margins(meta: &Meta) -> String {
    let small = format!("font: {}pt/1.3 {}; color: #{};", theme::SMALL_SIZE, fonts(meta.theme.face), theme::QUIET);
    if let Layout::Poster(paper) = meta.layout {
        return format!("@page {{\n  size: {};\n  margin: 12mm;\n}}\n", paper.name().to_uppercase());
    }
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
