//! The chart of the budget: for each year the costs, and under them the cover, stacked by how sure it is.

use super::super::wording::euro;
use crate::drawing::{Anchor, Colour, Drawing, Illustration, Point, Shape, Stroke, text_width};
use crate::model::{Bedrag, DekkingStatus, Rekening};

/// All in points.
const WIDTH: f64 = 480.0;
const LEFT: f64 = 92.0;
const RIGHT: f64 = 92.0;
const BAR: f64 = 15.0;
const YEAR: f64 = 54.0;
const TYPE: f64 = 9.5;

/// One part of the cover, with how it is drawn.
struct Part {
    name: &'static str,
    status: Option<DekkingStatus>,
    fill: Colour,
    dashed: bool,
}

const PARTS: [Part; 4] = [
    Part { name: "toegezegd", status: Some(DekkingStatus::Toegezegd), fill: Colour::Accent, dashed: false },
    Part { name: "aangevraagd", status: Some(DekkingStatus::Aangevraagd), fill: Colour::AccentSoft, dashed: false },
    Part { name: "verwacht", status: Some(DekkingStatus::Verwacht), fill: Colour::Paper, dashed: true },
    Part { name: "status nog niet bekend", status: None, fill: Colour::SecondSoft, dashed: true },
];

/// The chart with its words. The facts stand in the table of the overview.
pub fn grafiek(rekening: &Rekening, initiatief: Option<&str>) -> Illustration {
    let zero = Bedrag::from_cents(0);
    let largest = rekening.jaren.iter().flat_map(|jaar| [rekening.kosten_in(*jaar), rekening.dekking_in(*jaar)]);
    let largest = largest.flatten().max().unwrap_or(zero).cents().max(1) as f64;
    let across = |bedrag: Bedrag| (bedrag.cents().max(0) as f64 / largest * (WIDTH - LEFT - RIGHT)).max(0.0);
    let has =
        |part: &Part| rekening.samen(|jaar| rekening.dekking_met(jaar, part.status)).is_some_and(|sum| sum > zero);
    let parts: Vec<&Part> = PARTS.iter().filter(|part| has(part)).collect();
    let mut shapes = Vec::new();
    let mut top = legend(&parts, &mut shapes);
    for jaar in &rekening.jaren {
        shapes.push(text(0.0, top + BAR + 4.0, Anchor::Start, true, &jaar.to_string()));
        let costs = rekening.kosten_in(*jaar).unwrap_or(zero);
        shapes.push(text(LEFT - 8.0, top + 11.0, Anchor::End, false, "kosten"));
        shapes.push(bar(LEFT, top, across(costs), Colour::Second, false));
        shapes.push(text(LEFT + across(costs) + 6.0, top + 11.0, Anchor::Start, false, &euro(costs)));
        let below = top + BAR + 4.0;
        shapes.push(text(LEFT - 8.0, below + 11.0, Anchor::End, false, "dekking"));
        let mut from = LEFT;
        for part in &parts {
            let amount = rekening.dekking_met(*jaar, part.status).unwrap_or(zero);
            if amount > zero {
                shapes.push(bar(from, below, across(amount), part.fill, part.dashed));
                from += across(amount);
            }
        }
        let cover = rekening.dekking_in(*jaar).unwrap_or(zero);
        shapes.push(text(from + 6.0, below + 11.0, Anchor::Start, false, &euro(cover)));
        top += YEAR;
    }
    let axis = Stroke { width: 0.75, colour: Colour::Ink, dashed: false };
    let first = Point { x: LEFT, y: top - YEAR * rekening.jaren.len() as f64 - 4.0 };
    shapes.push(Shape::Line { from: first, to: Point { x: LEFT, y: top - 12.0 }, stroke: axis });
    let of = initiatief.map(|name| format!(" van {name}")).unwrap_or_default();
    Illustration {
        drawing: Drawing { width: WIDTH, height: top, shapes },
        alternative: alternative(rekening, &of),
        caption: format!("Kosten en dekking{of} per jaar. De bedragen staan in de tabel hierboven."),
    }
}

fn alternative(rekening: &Rekening, of: &str) -> String {
    let years = rekening.jaren.iter().filter_map(|jaar| {
        let (costs, cover) = (rekening.kosten_in(*jaar)?, rekening.dekking_in(*jaar)?);
        Some(format!("in {jaar} {} kosten en {} dekking", euro(costs), euro(cover)))
    });
    let years: Vec<String> = years.collect();
    match years.is_empty() {
        true => format!("Staafdiagram van kosten en dekking{of}, nog zonder jaren."),
        false => format!("Staafdiagram van kosten en dekking{of}: {}.", years.join("; ")),
    }
}

/// The key of the colours, over as many lines as it needs; gives where the bars begin.
fn legend(parts: &[&Part], shapes: &mut Vec<Shape>) -> f64 {
    let costs = Part { name: "kosten", status: None, fill: Colour::Second, dashed: false };
    let (mut x, mut y) = (LEFT, 2.0);
    for part in [&costs].into_iter().chain(parts.iter().copied()) {
        let wide = 18.0 + text_width(part.name, TYPE, false);
        if x > LEFT && x + wide > WIDTH {
            (x, y) = (LEFT, y + 16.0);
        }
        shapes.push(Shape::Rect {
            corner: Point { x, y },
            width: 12.0,
            height: 10.0,
            radius: 0.0,
            fill: Some(part.fill),
            stroke: Some(edge(part.fill, part.dashed)),
        });
        shapes.push(text(x + 17.0, y + 9.0, Anchor::Start, false, part.name));
        x += wide + 14.0;
    }
    y + 28.0
}

fn bar(x: f64, y: f64, width: f64, fill: Colour, dashed: bool) -> Shape {
    let (corner, stroke) = (Point { x, y }, Some(edge(fill, dashed)));
    Shape::Rect { corner, width, height: BAR, radius: 0.0, fill: Some(fill), stroke }
}

fn edge(fill: Colour, dashed: bool) -> Stroke {
    let colour = if fill == Colour::Second || fill == Colour::SecondSoft { Colour::Second } else { Colour::Accent };
    Stroke { width: 1.0, colour, dashed }
}

fn text(x: f64, y: f64, anchor: Anchor, bold: bool, text: &str) -> Shape {
    Shape::Text { at: Point { x, y }, anchor, size: TYPE, bold, colour: Colour::Ink, text: text.to_owned() }
}
