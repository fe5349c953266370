//! The planning as a drawing: bars and milestones on a time axis, phase by phase.
//!
//! What carries meaning does so twice: a phase has a colour and its own band with a name, a milestone a shape and its
//! date, and every row the number that it has in the table.

use std::collections::HashMap;

use jiff::civil::Date;

use super::axis::{self, Axis};
use crate::calendar::MONTHS_SHORT;
use crate::drawing::{Anchor, Colour, Drawing, Point, Shape, Stroke, text_width};
use crate::model::Fase;

/// What the drawing shows of one activity.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The number in the table.
    pub nummer: usize,
    pub naam: String,
    pub fase: Option<Fase>,
    pub begin: Date,
    pub einde: Date,
    pub mijlpaal: bool,
    /// Numbers of the rows that must be ready first.
    pub wacht_op: Vec<usize>,
}

/// The text width of an A4 page with the margins of our documents: 16 cm.
pub const WIDTH: f64 = 453.5;
/// A page holds no more than this.
pub const HIGHEST: f64 = 640.0;

const NUMBER_WIDTH: f64 = 22.0;
/// Where names end.
const NAMES: f64 = 176.0;
/// Where the axis begins and ends; the white keeps what stands at the edge inside the drawing.
const LEFT: f64 = 184.0;
const RIGHT: f64 = WIDTH - 5.0;
const SIZE: f64 = 8.0;
const LINE: f64 = 9.5;
const PADDING: f64 = 5.0;
const BAND: f64 = 13.0;
const BAR: f64 = 7.5;
const DIAMOND: f64 = 4.6;
/// The longest name takes this many lines; the tables have it in full.
const LINES: usize = 2;
/// More arrows than this on a page nobody can follow; the tables say what waits for what.
const MOST_ARROWS: usize = 16;

/// One page of the planning.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet<'a> {
    pub drawing: Drawing,
    /// What stands on it.
    pub rows: &'a [Row],
    /// Whether arrows show what waits for what.
    pub has_arrows: bool,
}

/// The drawings of the planning, each not higher than a page. `rows` come phase by phase, as the tables have them.
/// `fase_naam` gives what stands above a phase.
pub fn draw(rows: &[Row], fase_naam: impl Fn(Option<Fase>) -> String) -> Vec<Sheet<'_>> {
    let Some(first) = rows.iter().map(|row| row.begin.min(row.einde)).min() else { return Vec::new() };
    let last = rows.iter().map(|row| row.begin.max(row.einde)).max().unwrap_or(first);
    let axis = Axis::over(first, last, LEFT, RIGHT);
    let head = if axis.years.is_empty() { 14.0 } else { 25.0 };
    pages(rows, head).into_iter().map(|page| sheet(page, &axis, head, &fase_naam)).collect()
}

/// The rows in stretches that fit a page.
fn pages(rows: &[Row], head: f64) -> Vec<&[Row]> {
    let mut pages = Vec::new();
    let (mut begin, mut height) = (0, head);
    for (index, row) in rows.iter().enumerate() {
        let banded = index == begin || rows[index - 1].fase != row.fase;
        let needed = row_height(row) + if banded { BAND } else { 0.0 };
        if index > begin && height + needed > HIGHEST {
            pages.push(&rows[begin..index]);
            (begin, height) = (index, head + BAND);
        }
        height += needed;
    }
    pages.push(&rows[begin..]);
    pages
}

fn row_height(row: &Row) -> f64 {
    lines_of(&row.naam).len() as f64 * LINE + PADDING
}

/// Where a row came to stand.
struct Placed<'a> {
    row: &'a Row,
    top: f64,
    height: f64,
}

impl Placed<'_> {
    fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
}

fn sheet<'a>(rows: &'a [Row], axis: &Axis, head: f64, fase_naam: &impl Fn(Option<Fase>) -> String) -> Sheet<'a> {
    let mut placed: Vec<Placed> = Vec::new();
    let mut bands: Vec<(f64, Option<Fase>)> = Vec::new();
    let mut y = head;
    for (index, row) in rows.iter().enumerate() {
        if index == 0 || rows[index - 1].fase != row.fase {
            bands.push((y, row.fase));
            y += BAND;
        }
        let height = row_height(row);
        placed.push(Placed { row, top: y, height });
        y += height;
    }
    let mut shapes = grid(axis, head, y);
    for (top, fase) in bands {
        let corner = Point { x: 0.0, y: top };
        shapes.push(Shape::Rect {
            corner,
            width: WIDTH,
            height: BAND,
            radius: 0.0,
            fill: Some(Colour::AccentSoft),
            stroke: None,
        });
        let name = shortened(&fase_naam(fase), WIDTH - 8.0, SIZE, true);
        shapes.push(text(4.0, top + BAND - 3.8, SIZE, true, Colour::Ink, Anchor::Start, name));
    }
    for place in &placed {
        shapes.extend(label(place));
    }
    let arrows = arrows(&placed, axis);
    let has_arrows = !arrows.is_empty();
    shapes.extend(arrows);
    for place in &placed {
        shapes.extend(mark(place, axis));
    }
    Sheet { drawing: Drawing { width: WIDTH, height: y + 1.0, shapes }, rows, has_arrows }
}

fn grid(axis: &Axis, head: f64, bottom: f64) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let thin = Stroke { width: 0.4, colour: Colour::Rule, dashed: false };
    let upright = |x: f64, top: f64, stroke: Stroke| Shape::Line {
        from: Point { x, y: top },
        to: Point { x, y: bottom },
        stroke,
    };
    for cell in &axis.cells {
        shapes.push(upright(cell.from, head - 3.0, thin));
        let middle = f64::midpoint(cell.from, cell.to);
        let bold = axis.years.is_empty();
        shapes.push(text(middle, head - 5.0, axis::SIZE, bold, Colour::Ink, Anchor::Middle, cell.label.clone()));
    }
    for year in &axis.years {
        shapes.push(upright(year.from, head - 24.0, Stroke { width: 0.8, ..thin }));
        let middle = f64::midpoint(year.from, year.to);
        shapes.push(text(middle, head - 16.0, axis::SIZE, true, Colour::Ink, Anchor::Middle, year.label.clone()));
    }
    shapes.push(upright(RIGHT, head - 3.0, thin));
    for y in [head, bottom] {
        shapes.push(Shape::Line { from: Point { x: 0.0, y }, to: Point { x: WIDTH, y }, stroke: thin });
    }
    shapes.retain(|shape| !matches!(shape, Shape::Text { text, .. } if text.is_empty()));
    shapes
}

/// Number and name, at the left.
fn label(place: &Placed) -> Vec<Shape> {
    let lines = lines_of(&place.row.naam);
    let first = place.middle() - (lines.len() as f64 - 1.0) * LINE / 2.0 + 2.8;
    let number = place.row.nummer.to_string();
    let mut shapes = vec![text(NUMBER_WIDTH - 4.0, first, SIZE, false, Colour::Quiet, Anchor::End, number)];
    for (index, line) in lines.into_iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        let y = first + index as f64 * LINE;
        shapes.push(text(NUMBER_WIDTH, y, SIZE, false, Colour::Ink, Anchor::Start, line));
    }
    shapes
}

/// The bar, or the diamond with its date.
fn mark(place: &Placed, axis: &Axis) -> Vec<Shape> {
    let (row, y) = (place.row, place.middle());
    if row.mijlpaal {
        let x = centre(row, axis);
        let date = format!("{} {}", row.einde.day(), MONTHS_SHORT[row.einde.month() as usize - 1]);
        let width = text_width(&date, axis::SIZE, false);
        let to_the_right = x + DIAMOND + 3.0 + width <= RIGHT;
        let left = if to_the_right { x + DIAMOND + 3.0 } else { x - DIAMOND - 3.0 - width };
        let corners = [(0.0, -DIAMOND), (DIAMOND, 0.0), (0.0, DIAMOND), (-DIAMOND, 0.0)];
        return vec![
            // What lies behind the date gives way.
            Shape::Rect {
                corner: Point { x: left - 1.0, y: y - 4.0 },
                width: width + 2.0,
                height: 8.0,
                radius: 0.0,
                fill: Some(Colour::Paper),
                stroke: None,
            },
            Shape::Polygon {
                points: corners.map(|(dx, dy)| Point { x: x + dx, y: y + dy }).to_vec(),
                fill: Some(Colour::Ink),
                stroke: None,
            },
            text(left, y + 2.4, axis::SIZE, false, Colour::Ink, Anchor::Start, date),
        ];
    }
    let (from, to) = ends(row, axis);
    let (fill, edge) = colours(row.fase);
    let stroke = Stroke { width: 0.8, colour: edge, dashed: row.fase.is_none() };
    vec![Shape::Rect {
        corner: Point { x: from, y: y - BAR / 2.0 },
        width: to - from,
        height: BAR,
        radius: 1.5,
        fill: Some(fill),
        stroke: Some(stroke),
    }]
}

/// Where a bar begins and ends: never too thin to see, never outside the axis.
fn ends(row: &Row, axis: &Axis) -> (f64, f64) {
    let from = axis.start_of(row.begin.min(row.einde));
    let to = axis.end_of(row.begin.max(row.einde));
    if to - from >= 2.0 { (from, to) } else { (from.min(RIGHT - 2.0), from.min(RIGHT - 2.0) + 2.0) }
}

fn centre(row: &Row, axis: &Axis) -> f64 {
    f64::midpoint(axis.start_of(row.einde), axis.end_of(row.einde)).clamp(LEFT + DIAMOND, RIGHT - DIAMOND)
}

fn colours(fase: Option<Fase>) -> (Colour, Colour) {
    match fase {
        Some(Fase::Scan) => (Colour::AccentSoft, Colour::Accent),
        Some(Fase::Bereiken) => (Colour::Accent, Colour::Accent),
        Some(Fase::Ontwikkelen) => (Colour::SecondSoft, Colour::Second),
        Some(Fase::Ondersteunen) => (Colour::Second, Colour::Second),
        Some(Fase::Aanpassen) => (Colour::Quiet, Colour::Ink),
        None => (Colour::Paper, Colour::Quiet),
    }
}

/// From the end of what must be ready to the beginning of what waits for it.
fn arrows(placed: &[Placed], axis: &Axis) -> Vec<Shape> {
    let by_number: HashMap<usize, &Placed> = placed.iter().map(|place| (place.row.nummer, place)).collect();
    let pairs = placed.iter().flat_map(|place| place.row.wacht_op.iter().map(move |number| (number, place)));
    let pairs: Vec<(&Placed, &Placed)> =
        pairs.filter_map(|(number, place)| Some((*by_number.get(number)?, place))).collect();
    if pairs.len() > MOST_ARROWS {
        return Vec::new();
    }
    let stroke = Stroke { width: 0.7, colour: Colour::Quiet, dashed: false };
    let mut shapes = Vec::new();
    for (awaited, waiting) in pairs {
        if awaited.row.einde.max(awaited.row.begin) > waiting.row.begin || awaited.row.nummer == waiting.row.nummer {
            continue;
        }
        let from = Point {
            x: if awaited.row.mijlpaal { centre(awaited.row, axis) } else { ends(awaited.row, axis).1 },
            y: awaited.middle(),
        };
        let half = if waiting.row.mijlpaal { DIAMOND } else { BAR / 2.0 };
        let x = match waiting.row.mijlpaal {
            true => centre(waiting.row, axis),
            false => {
                let (left, right) = ends(waiting.row, axis);
                (left + 3.0).min(f64::midpoint(left, right))
            }
        };
        let down = waiting.top > awaited.top;
        let tip = Point { x, y: waiting.middle() + if down { -half } else { half } };
        let base = tip.y + if down { -3.0 } else { 3.0 };
        let corner = Point { x, y: from.y };
        shapes.push(Shape::Line { from, to: corner, stroke });
        shapes.push(Shape::Line { from: corner, to: Point { x, y: base }, stroke });
        let points = vec![tip, Point { x: x - 2.0, y: base }, Point { x: x + 2.0, y: base }];
        shapes.push(Shape::Polygon { points, fill: Some(Colour::Quiet), stroke: None });
    }
    shapes
}

fn text(x: f64, y: f64, size: f64, bold: bool, colour: Colour, anchor: Anchor, text: String) -> Shape {
    Shape::Text { at: Point { x, y }, anchor, size, bold, colour, text }
}

/// A name in at most [`LINES`] lines that fit before the axis.
fn lines_of(name: &str) -> Vec<String> {
    let room = NAMES - NUMBER_WIDTH;
    let mut lines: Vec<String> = vec![String::new()];
    for word in name.split_whitespace() {
        let line = lines.last_mut().map(std::mem::take).unwrap_or_default();
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        let count = lines.len();
        if line.is_empty() || text_width(&longer, SIZE, false) <= room || count == LINES {
            lines[count - 1] = longer;
        } else {
            lines[count - 1] = line;
            lines.push(word.to_owned());
        }
        // What does not fit is cut off below; more words make no difference.
        if lines.len() == LINES && text_width(&lines[LINES - 1], SIZE, false) > room {
            break;
        }
    }
    lines.iter().map(|line| shortened(line, room, SIZE, false)).collect()
}

/// The text, or as much of it as fits with an ellipsis.
fn shortened(text: &str, room: f64, size: f64, bold: bool) -> String {
    // No letter is so thin that more than this would fit; so a very long text costs no time.
    let most = (room / size * 8.0) as usize;
    let mut letters: Vec<char> = text.chars().filter(|letter| !letter.is_control()).take(most).collect();
    let whole = letters.len() == text.chars().filter(|letter| !letter.is_control()).take(most + 1).count();
    let all: String = letters.iter().collect();
    if whole && text_width(&all, size, bold) <= room {
        return all;
    }
    loop {
        let short: String = letters.iter().collect::<String>().trim_end().to_owned() + "…";
        if letters.is_empty() || text_width(&short, size, bold) <= room {
            return short;
        }
        letters.pop();
    }
}

#[cfg(test)]
mod tests;
