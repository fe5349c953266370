//! A drawing as SVG: it runs nothing, points nowhere, and is the same every time.

use super::theme::{self, Palette};
use super::{faces, literal};
use crate::colour::Rgb;
use crate::drawing::{Anchor, Colour, Drawing, Point, Shape, Stroke, text_width};

/// The whole file, with the colours of the theme: for PDF, Word and pictures.
pub(super) fn file(drawing: &Drawing, palette: &Palette) -> String {
    file_with(drawing, palette, &str::to_owned)
}

/// The same, with each text as `shown` makes it.
pub(super) fn file_with(drawing: &Drawing, palette: &Palette, shown: &dyn Fn(&str) -> String) -> String {
    let (width, height) = drawing.size();
    let (width, height) = (number(width), number(height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {width} {height}\" {FACES}>\n"
    );
    Writer { paint: Paint::Literal(*palette), shown, out: &mut out }.shapes(&drawing.shapes);
    out.push_str("</svg>");
    out
}

/// An element for a page of HTML, with the classes of the style sheet for its colours, so that it follows dark mode.
/// `attributes` are written as they are.
pub(super) fn element(drawing: &Drawing, attributes: &str) -> String {
    let (width, height) = drawing.size();
    let mut out = format!("<svg viewBox=\"0 0 {} {}\" {FACES}{attributes}>\n", number(width), number(height));
    Writer { paint: Paint::Classes, shown: &str::to_owned, out: &mut out }.shapes(&drawing.shapes);
    out.push_str("</svg>");
    out
}

/// Calibri has the same widths.
const FACES: &str = "font-family=\"Carlito, Calibri, sans-serif\"";
const _: () = assert!(matches!(faces::BODY.as_bytes(), b"Carlito"));

#[derive(Clone, Copy, PartialEq, Eq)]
enum Paint {
    Literal(Palette),
    Classes,
}

struct Writer<'a> {
    paint: Paint,
    shown: &'a dyn Fn(&str) -> String,
    out: &'a mut String,
}

impl Writer<'_> {
    fn shapes(&mut self, shapes: &[Shape]) {
        shapes.iter().for_each(|shape| self.shape(shape));
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { from, to, stroke } => {
                let ends = numbers(&[("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)]);
                self.form("line", &ends, None, Some(*stroke));
            }
            Shape::Rect { corner, width, height, radius, fill, stroke } => {
                let mut sides = numbers(&[("x", corner.x), ("y", corner.y)]);
                sides.push_str(&numbers(&[("width", width.max(0.0)), ("height", height.max(0.0))]));
                if *radius > 0.0 {
                    sides.push_str(&numbers(&[("rx", *radius)]));
                }
                self.form("rect", &sides, *fill, *stroke);
            }
            Shape::Circle { centre, radius, fill, stroke } => {
                let round = numbers(&[("cx", centre.x), ("cy", centre.y), ("r", radius.max(0.0))]);
                self.form("circle", &round, *fill, *stroke);
            }
            Shape::Polygon { points, fill, stroke } => {
                let corner = |point: &Point| format!("{},{}", number(point.x), number(point.y));
                let corners: Vec<String> = points.iter().map(corner).collect();
                self.form("polygon", &format!(" points=\"{}\"", corners.join(" ")), *fill, *stroke);
            }
            Shape::Text { at, anchor, size, bold, colour, text } => {
                self.text(*at, *anchor, (*size, *bold), *colour, text);
            }
        }
    }

    fn form(&mut self, name: &str, geometry: &str, fill: Option<Colour>, stroke: Option<Stroke>) {
        let mut paint = match self.paint {
            Paint::Literal(palette) => {
                let fill = fill.map(|colour| format!(" fill=\"#{}\"", literal_of(colour, palette)));
                let line = stroke.map(|stroke| format!(" stroke=\"#{}\"", literal_of(stroke.colour, palette)));
                let fill = if name == "line" { String::new() } else { fill.unwrap_or(" fill=\"none\"".to_owned()) };
                format!("{fill}{}", line.unwrap_or_default())
            }
            Paint::Classes => {
                let fill = fill.map_or("vlak-geen".to_owned(), |colour| format!("vlak-{}", class_of(colour)));
                let line = stroke.map_or(String::new(), |stroke| format!(" lijn-{}", class_of(stroke.colour)));
                format!(" class=\"{fill}{line}\"")
            }
        };
        if let Some(stroke) = stroke {
            paint.push_str(&numbers(&[("stroke-width", stroke.width.max(0.0))]));
            if stroke.dashed {
                paint.push_str(" stroke-dasharray=\"4 3\"");
            }
        }
        self.out.push_str(&format!("<{name}{geometry}{paint}/>\n"));
    }

    fn text(&mut self, at: Point, anchor: Anchor, (size, bold): (f64, bool), colour: Colour, text: &str) {
        let text = literal::folded(&(self.shown)(text));
        if text.is_empty() {
            return;
        }
        let mut attributes = numbers(&[("x", at.x), ("y", at.y), ("font-size", size.max(0.0))]);
        attributes.push_str(match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        });
        if bold {
            attributes.push_str(" font-weight=\"bold\"");
        }
        match self.paint {
            Paint::Literal(palette) => attributes.push_str(&format!(" fill=\"#{}\"", literal_of(colour, palette))),
            // Whichever face a reader has, the text keeps to its place.
            Paint::Classes => attributes.push_str(&format!(
                " class=\"vlak-{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
                class_of(colour),
                number(text_width(&text, size.max(0.0), bold))
            )),
        }
        self.out.push_str(&format!("<text{attributes}>"));
        literal::escape(&text, self.out);
        self.out.push_str("</text>\n");
    }
}

fn literal_of(colour: Colour, palette: Palette) -> Rgb {
    match colour {
        Colour::Ink => theme::INK,
        Colour::Quiet => theme::QUIET,
        Colour::Rule => theme::LINE,
        Colour::Paper => theme::PAPER,
        Colour::Accent => palette.accent,
        Colour::AccentSoft => palette.accent_tint,
        Colour::Second => palette.second,
        Colour::SecondSoft => palette.second_tint,
    }
}

/// The end of the name of a class of `document.css`.
fn class_of(colour: Colour) -> &'static str {
    match colour {
        Colour::Ink => "inkt",
        Colour::Quiet => "stil",
        Colour::Rule => "raster",
        Colour::Paper => "papier",
        Colour::Accent => "accent",
        Colour::AccentSoft => "accent-zacht",
        Colour::Second => "tweede",
        Colour::SecondSoft => "tweede-zacht",
    }
}

/// Attributes with a number each.
fn numbers(attributes: &[(&str, f64)]) -> String {
    attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", number(*value))).collect()
}

/// At most two decimals; what is no number is 0.
pub(super) fn number(value: f64) -> String {
    let text = format!("{:.2}", if value.is_finite() { value } else { 0.0 });
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_has_two_decimals_at_most() {
        let shown = [0.0, -0.001, 12.0, 1.5, 1.0 / 3.0, -2.345, f64::NAN, f64::INFINITY].map(number);
        assert_eq!(shown, ["0", "0", "12", "1.5", "0.33", "-2.35", "0", "0"]);
    }
}
