//! The time axis of a drawing: months, quarters or years, whichever can be read.

use jiff::civil::Date;

use crate::calendar::MONTHS_SHORT;
use crate::drawing::text_width;

/// The size of the type on the axis, in points.
pub const SIZE: f64 = 7.0;

/// The white on both sides of a label, together.
const WHITE: f64 = 3.0;

/// Lengths of one cell in months: a month, a quarter, then years.
const STEPS: [i64; 13] = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 60_000];

/// One cell of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub from: f64,
    pub to: f64,
    /// Empty when it would not fit.
    pub label: String,
}

/// A stretch of whole cells, laid over a width.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    left: f64,
    right: f64,
    /// Days since 1 January of the year 1.
    first: i64,
    /// The day after the last.
    end: i64,
    pub cells: Vec<Cell>,
    /// The years above the months or quarters; empty when the cells are years themselves.
    pub years: Vec<Cell>,
}

impl Axis {
    /// The axis that shows both days, between `left` and `right` (points): in the smallest step whose labels fit.
    pub fn over(from: Date, to: Date, left: f64, right: f64) -> Axis {
        let (from, to) = if from <= to { (from, to) } else { (to, from) };
        let months = |step: i64| (floor(month_of(from), step), floor(month_of(to), step) + step);
        let fits = |step: i64| {
            let (first, end) = months(step);
            let width = (right - left) / ((end - first) / step) as f64;
            width >= widest_label(step) + WHITE
        };
        let step = STEPS.into_iter().find(|step| fits(*step)).unwrap_or(STEPS[STEPS.len() - 1]);
        let (first, end) = months(step);
        let mut axis =
            Axis { left, right, first: days_to(first), end: days_to(end), cells: Vec::new(), years: Vec::new() };
        axis.cells = axis.cells_of(first, end, step);
        if step < 12 {
            axis.years = axis.cells_of(floor(first, 12), floor(end - 1, 12) + 12, 12);
        }
        axis
    }

    /// Where a day begins.
    pub fn start_of(&self, day: Date) -> f64 {
        self.at(days_of(day))
    }

    /// Where a day is over.
    pub fn end_of(&self, day: Date) -> f64 {
        self.at(days_of(day) + 1)
    }

    fn at(&self, day: i64) -> f64 {
        let part = (day - self.first) as f64 / (self.end - self.first).max(1) as f64;
        self.left + part.clamp(0.0, 1.0) * (self.right - self.left)
    }

    fn cells_of(&self, first: i64, end: i64, step: i64) -> Vec<Cell> {
        let starts = (0..(end - first) / step).map(|index| first + index * step);
        let cells = starts.map(|start| {
            let (from, to) = (self.at(days_to(start)), self.at(days_to(start + step)));
            let label = label_of(start, step);
            let fits = text_width(&label, SIZE, step >= 12) + 1.0 <= to - from;
            Cell { from, to, label: if fits { label } else { String::new() } }
        });
        cells.collect()
    }
}

/// Months since January of the year 0.
fn month_of(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

fn floor(month: i64, step: i64) -> i64 {
    month.div_euclid(step) * step
}

fn days_of(day: Date) -> i64 {
    days_to(month_of(day)) + i64::from(day.day()) - 1
}

/// Days from the year 0 to the first day of this month, after the Gregorian rule; right for years that a date cannot
/// hold too, as the end of an axis may be one.
fn days_to(month: i64) -> i64 {
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12));
    // Counted in years that begin in March, so that the leap day comes last.
    let (year, month) = if month < 2 { (year - 1, month + 10) } else { (year, month - 2) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (153 * month + 2) / 5
}

fn label_of(month: i64, step: i64) -> String {
    let (year, in_year) = (month.div_euclid(12), month.rem_euclid(12));
    match step {
        1 => MONTHS_SHORT[in_year as usize].to_owned(),
        3 => format!("kw {}", in_year / 3 + 1),
        _ => year.to_string(),
    }
}

fn widest_label(step: i64) -> f64 {
    match step {
        1 => MONTHS_SHORT.iter().map(|name| text_width(name, SIZE, false)).fold(0.0, f64::max),
        3 => text_width("kw 4", SIZE, false),
        _ => text_width("2000", SIZE, true),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn labels(from: Date, to: Date) -> Vec<String> {
        Axis::over(from, to, 0.0, 270.0).cells.into_iter().map(|cell| cell.label).collect()
    }

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        let reference = date(1, 1, 1);
        for day in [date(2028, 2, 29), date(2027, 3, 1), date(1900, 3, 1), date(2000, 12, 31), date(9999, 12, 31)] {
            let expected = i64::from((day - reference).get_days());
            assert_eq!(days_of(day) - days_of(reference), expected, "{day}");
        }
    }

    #[test]
    fn the_step_follows_the_length() {
        assert_eq!(labels(date(2027, 2, 1), date(2027, 4, 30)), ["feb", "mrt", "apr"]);
        assert_eq!(labels(date(2027, 3, 11), date(2027, 3, 11)), ["mrt"]);
        assert_eq!(labels(date(2027, 2, 1), date(2029, 1, 31))[..5], ["kw 1", "kw 2", "kw 3", "kw 4", "kw 1"]);
        assert_eq!(labels(date(2020, 2, 1), date(2029, 1, 31))[..2], ["2020", "2021"]);
        assert_eq!(labels(date(2000, 1, 1), date(2039, 12, 31)).len(), 8);
    }
}
