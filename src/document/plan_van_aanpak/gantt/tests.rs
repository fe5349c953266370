//! Whatever the dates and names: the drawing stays finite, inside its edges, and readable.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

/// The box of a shape: left, top, right, bottom.
fn bounds(shape: &Shape) -> [f64; 4] {
    let of = |points: &[Point]| {
        let xs = points.iter().map(|point| point.x);
        let ys = points.iter().map(|point| point.y);
        [
            xs.clone().fold(f64::MAX, f64::min),
            ys.clone().fold(f64::MAX, f64::min),
            xs.fold(f64::MIN, f64::max),
            ys.fold(f64::MIN, f64::max),
        ]
    };
    match shape {
        Shape::Line { from, to, .. } => of(&[*from, *to]),
        Shape::Rect { corner, width, height, .. } => [corner.x, corner.y, corner.x + width, corner.y + height],
        Shape::Circle { centre, radius, .. } => {
            [centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius]
        }
        Shape::Polygon { points, .. } => of(points),
        Shape::Text { at, anchor, size, bold, text, .. } => {
            let width = text_width(text, *size, *bold);
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::End => at.x - width,
            };
            // Capitals and digits; tails hang a little below the line.
            [left, at.y - 0.68 * size, left + width, at.y]
        }
    }
}

fn check(rows: &[Row]) {
    let sheets = draw(rows, |fase| format!("Fase {fase:?}"));
    assert_eq!(sheets.is_empty(), rows.is_empty());
    let drawn: Vec<usize> = sheets.iter().flat_map(|sheet| sheet.rows).map(|row| row.nummer).collect();
    assert_eq!(drawn, rows.iter().map(|row| row.nummer).collect::<Vec<_>>());
    let drawings: Vec<Drawing> = sheets.into_iter().map(|sheet| sheet.drawing).collect();
    for drawing in &drawings {
        assert!(drawing.width == WIDTH && drawing.height.is_finite() && drawing.height <= HIGHEST + 1.0);
        let mut texts: Vec<[f64; 4]> = Vec::new();
        for shape in &drawing.shapes {
            let [left, top, right, bottom] = bounds(shape);
            assert!([left, top, right, bottom].iter().all(|value| value.is_finite()));
            let inside = left >= -0.01 && top >= -0.01 && right <= WIDTH + 0.01 && bottom <= drawing.height + 0.01;
            assert!(inside, "{shape:?} sticks out");
            match shape {
                Shape::Rect { fill, radius, .. } if *radius > 0.0 => {
                    assert!(fill.is_some() && left >= LEFT - 0.01 && right <= RIGHT + 0.01 && right > left);
                }
                Shape::Text { size, text, .. } => {
                    assert!(*size >= 7.0 && !text.is_empty());
                    texts.push([left, top, right, bottom]);
                }
                _ => {}
            }
        }
        for (index, one) in texts.iter().enumerate() {
            for other in &texts[index + 1..] {
                let apart = one[2] <= other[0] + 0.01
                    || other[2] <= one[0] + 0.01
                    || one[3] <= other[1] + 0.01
                    || other[3] <= one[1] + 0.01;
                assert!(apart, "{one:?} lies over {other:?}");
            }
        }
    }
    let marks = drawings.iter().flat_map(|drawing| &drawing.shapes).filter(|shape| {
        matches!(shape, Shape::Rect { radius, .. } if *radius > 0.0)
            || matches!(shape, Shape::Polygon { points, .. } if points.len() == 4)
    });
    assert_eq!(marks.count(), rows.len(), "every row has its bar or its diamond");
}

fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        4 => (2026i16..2032, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day)),
        1 => (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day)),
    ]
}

fn any_row() -> impl Strategy<Value = (String, Option<Fase>, Date, Date, bool, Vec<usize>)> {
    let fase = prop::option::of(prop::sample::select(vec![
        Fase::Scan,
        Fase::Bereiken,
        Fase::Ontwikkelen,
        Fase::Ondersteunen,
        Fase::Aanpassen,
    ]));
    let naam = prop_oneof!["[A-Za-z ]{1,120}", "\\PC{1,40}", "M{50,400}"];
    (naam, fase, any_date(), any_date(), any::<bool>(), prop::collection::vec(1usize..40, 0..3))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_planning_gives_a_drawing_that_can_be_read(rows in prop::collection::vec(any_row(), 0..45)) {
        let mut rows: Vec<Row> = rows
            .into_iter()
            .map(|(naam, fase, begin, einde, mijlpaal, wacht_op)| {
                let begin = if mijlpaal { einde } else { begin };
                Row { nummer: 0, naam, fase, begin, einde, mijlpaal, wacht_op }
            })
            .collect();
        rows.sort_by_key(|row| row.fase);
        rows.iter_mut().zip(1..).for_each(|(row, nummer)| row.nummer = nummer);
        check(&rows);
    }
}

fn row(nummer: usize, begin: Date, einde: Date) -> Row {
    Row { nummer, naam: "Iets".to_owned(), fase: Some(Fase::Scan), begin, einde, mijlpaal: false, wacht_op: Vec::new() }
}

#[test]
fn a_single_day_and_forty_years_can_both_be_seen() {
    check(&[row(1, date(2027, 3, 11), date(2027, 3, 11))]);
    check(&[row(1, date(2000, 1, 1), date(2039, 12, 31)), row(2, date(2020, 1, 1), date(2020, 1, 1))]);
    check(&[]);
}

#[test]
fn what_waits_is_joined_by_an_arrow_and_too_many_arrows_are_left_out() {
    let heads = |rows: &[Row]| {
        let sheet = draw(rows, |_| String::from("Fase")).remove(0);
        let heads = sheet.drawing.shapes.iter();
        let heads = heads.filter(|shape| matches!(shape, Shape::Polygon { points, .. } if points.len() == 3)).count();
        assert_eq!(sheet.has_arrows, heads > 0);
        heads
    };
    let mut rows = vec![row(1, date(2027, 1, 1), date(2027, 3, 1)), row(2, date(2027, 3, 2), date(2027, 5, 1))];
    rows[1].wacht_op = vec![1];
    assert_eq!(heads(&rows), 1);
    let many: Vec<Row> = (1..=30)
        .map(|nummer| {
            let wacht_op = if nummer > 1 { vec![1] } else { Vec::new() };
            let (begin, einde) =
                if nummer > 1 { (date(2027, 3, 2), date(2027, 5, 1)) } else { (date(2027, 1, 1), date(2027, 3, 1)) };
            Row { wacht_op, ..row(nummer, begin, einde) }
        })
        .collect();
    assert_eq!(heads(&many), 0);
}

#[test]
fn a_hundred_activities_take_more_pages() {
    let rows: Vec<Row> = (1..=100).map(|nummer| row(nummer, date(2027, 1, 1), date(2027, 3, 1))).collect();
    check(&rows);
    assert!(draw(&rows, |_| String::from("Fase")).len() > 1);
}
