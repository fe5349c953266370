//! How a document comes to stand on paper: to be read, to be hung up, or to be folded.

use serde::Serialize;

/// The form of a document. What is in it is the same in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(tag = "form", content = "sheet", rename_all = "snake_case")]
pub enum Layout {
    /// Pages of A4 to read.
    #[default]
    Report,
    /// One sheet to hang up or hand out, with type as large as fits on it. The title and the subtitle stand at the top,
    /// large. A table shows facts: what each is in its first column. Attention stands out, sources come at the foot.
    Poster(Paper),
    /// A sheet of A4 on its side, folded in three, with six panels: the front, and five that each begin with a heading
    /// of level 1. They are in the order in which somebody reads who unfolds it: front, the three panels of the inside
    /// from left to right, the panel that is folded in, the back.
    Leaflet,
}

impl Layout {
    pub fn is_report(&self) -> bool {
        *self == Layout::Report
    }
}

/// The size of a sheet of paper, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    A3,
    A4,
    A5,
}

impl Paper {
    /// The end of a file name, and what Typst and CSS call it.
    pub fn name(self) -> &'static str {
        match self {
            Paper::A3 => "a3",
            Paper::A4 => "a4",
            Paper::A5 => "a5",
        }
    }

    /// How long its sides are, compared with those of A4.
    pub fn scale(self) -> f64 {
        match self {
            Paper::A3 => std::f64::consts::SQRT_2,
            Paper::A4 => 1.0,
            Paper::A5 => std::f64::consts::FRAC_1_SQRT_2,
        }
    }
}
