//! What the pages that are no documents share: the house style, and a policy that lets in nothing but the page's own parts.

use handlebars::Handlebars;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::ExportError;
use crate::colour::Rgb;
use crate::document;
use crate::model::Project;
use crate::render::html;
use crate::render::theme::Palette;
use crate::shipped;
use crate::tree::{Meta, Theme};

/// What the engine calls the one template that it has.
const PAGE: &str = "pagina";

/// The page: this template with these values in it, each as text.
///
/// # Errors
/// Never because of what a user typed.
pub fn page(template: &str, view: &impl Serialize) -> Result<Vec<u8>, ExportError> {
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    let Some(read) = shipped::find(template) else { return Ok(engine.render_template(template, view)?.into_bytes()) };
    engine.register_template(PAGE, read);
    Ok(engine.render(PAGE, view)?.into_bytes())
}

/// The head of a page: its style, what lets just that style in, and the logo that stands above it.
#[derive(Serialize)]
pub struct Look {
    stijl: String,
    stijl_hash: String,
    /// An element, or nothing.
    logo: String,
}

impl Look {
    /// As documents look, with these rules behind theirs.
    pub fn of_documents(project: &Project, title: &str, rules: &str) -> Look {
        let meta = Meta { title: title.to_owned(), theme: document::theme(project), ..Meta::default() };
        Look::new(format!("{}{rules}", html::style(&meta)), &meta.theme)
    }

    /// These rules, with the letters of the house, and its colour under the first name and with its tint under both others.
    pub fn of_rules(project: &Project, rules: &str, names: [&str; 3]) -> Look {
        let theme = document::theme(project);
        let mut style = format!("{rules}body {{ font-family: {}; }}\n", html::fonts(theme.face));
        if theme.accent.is_some() {
            let light = Palette::of(&theme);
            let dark = light.on_dark();
            style.push_str(&variables(names, light.accent, light.accent_tint));
            let dark = variables(names, dark.accent, dark.accent_tint);
            style.push_str(&format!("@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"));
        }
        Look::new(style, &theme)
    }

    fn new(stijl: String, theme: &Theme) -> Look {
        Look { stijl_hash: sha256(&stijl), stijl, logo: theme.logo.as_ref().map(html::logo).unwrap_or_default() }
    }
}

fn variables([colour, again, tint]: [&str; 3], accent: Rgb, accent_tint: Rgb) -> String {
    format!(":root {{ --{colour}: #{accent}; --{again}: #{accent}; --{tint}: #{accent_tint}; }}\n")
}

/// The source expression by which a Content-Security-Policy knows this text.
pub fn sha256(text: &str) -> String {
    use base64::Engine as _;
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes())))
}
