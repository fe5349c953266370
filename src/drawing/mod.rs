//! Drawings of lines, shapes and short texts: what a diagram is before it has any format.
//!
//! Lengths are points (1/72 inch), measured from the top left corner; `y` grows downwards. Colours are roles of the
//! house style, so that a renderer can show them in print and in dark mode alike. A drawing holds nothing that could
//! run or point outside: texts are literal.

mod measure;

use serde::{Deserialize, Serialize};

pub use measure::text_width;

/// Larger is no paper; the number is the largest page of a PDF.
const LARGEST: f64 = 14_400.0;

/// A drawing with its size in points.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    /// Later shapes lie over earlier ones.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// The size at which it fits in a room without being enlarged: width and height in points, both more than 0.
    pub fn fitted(&self, most_width: f64, most_height: f64) -> (f64, f64) {
        let (width, height) = self.size();
        let scale = (most_width / width).min(most_height / height).min(1.0);
        (width * scale, height * scale)
    }

    /// Its own size, of which no format can go wrong.
    pub fn size(&self) -> (f64, f64) {
        (shown_length(self.width), shown_length(self.height))
    }
}

fn shown_length(length: f64) -> f64 {
    if length.is_finite() { length.clamp(1.0, LARGEST) } else { 1.0 }
}

/// One shape of a drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "s", rename_all = "snake_case")]
pub enum Shape {
    Line {
        from: Point,
        to: Point,
        stroke: Stroke,
    },
    Rect {
        corner: Point,
        width: f64,
        height: f64,
        /// The radius of the rounded corners; 0 for sharp ones.
        radius: f64,
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
    Circle {
        centre: Point,
        radius: f64,
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
    Polygon {
        points: Vec<Point>,
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
    Text {
        /// On the baseline.
        at: Point,
        anchor: Anchor,
        /// The height of the type in points.
        size: f64,
        bold: bool,
        colour: Colour,
        text: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stroke {
    pub width: f64,
    pub colour: Colour,
    pub dashed: bool,
}

/// Which part of a text lies at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// The role of a colour. Each pair that carries meaning differs in lightness too, for print without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// Text and strong lines.
    Ink,
    /// Secondary text.
    Quiet,
    /// Thin lines and grids.
    Rule,
    /// The background.
    Paper,
    /// The colour of the house.
    Accent,
    /// A light tint of it, to lie under text in ink.
    AccentSoft,
    /// A second, clearly different colour.
    Second,
    /// A light tint of the second.
    SecondSoft,
}

impl Colour {
    pub const ALL: [Colour; 8] = [
        Colour::Ink,
        Colour::Quiet,
        Colour::Rule,
        Colour::Paper,
        Colour::Accent,
        Colour::AccentSoft,
        Colour::Second,
        Colour::SecondSoft,
    ];
}

/// A drawing with its words, as a view hands it to a template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Illustration {
    pub drawing: Drawing,
    /// What the drawing shows, for who does not see it. The facts themselves stand in a table or list beside it.
    pub alternative: String,
    /// The line under the drawing; empty for none.
    pub caption: String,
}
