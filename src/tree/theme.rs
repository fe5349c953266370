//! The look that a document brings along: the colours, the logo and the typeface of who gives it out.
//!
//! A renderer shows it and has its own for everything that is not given.

use std::sync::Arc;

use serde::Serialize;

use crate::colour::Rgb;

/// A house style. Without anything in it a document looks as the renderer has it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Theme {
    /// For headings, rules and areas: read well on white and on its own light tint, and white on it.
    pub accent: Option<Rgb>,
    /// For what stands out beside it; the same holds.
    pub second: Option<Rgb>,
    pub face: Face,
    pub logo: Option<Logo>,
}

impl Theme {
    pub fn is_plain(&self) -> bool {
        *self == Theme::default()
    }
}

/// A typeface that the renderers have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    #[default]
    Carlito,
    LiberationSans,
}

/// A picture that stands once at the beginning of a document. It runs nothing and points nowhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Logo {
    pub kind: LogoKind,
    #[serde(skip)]
    pub bytes: Arc<[u8]>,
    /// Width and height, which say only how the two are to each other: finite and more than 0.
    pub width: f64,
    pub height: f64,
    /// Whose logo it is, for who does not see it.
    pub alternative: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoKind {
    Png,
    Svg,
}

impl Logo {
    /// The size at which it fills a room as far as its form allows: width and height.
    pub fn fitted(&self, most_width: f64, most_height: f64) -> (f64, f64) {
        let scale = (most_width / self.width).min(most_height / self.height);
        (self.width * scale, self.height * scale)
    }
}
