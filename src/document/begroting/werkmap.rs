//! The budget as a workbook that calculates: Kosten, Dekking and Overzicht, with the same sums as the document.

use super::super::wording::{author, filled, short_name_of};
use super::{IN_NATURA, betaler, bron, soort, status, waarvoor};
use crate::document::{Attachment, huisstijl};
use crate::model::{Bedrag, DekkingStatus, Dekkingsregel, Herkomst, KostenSoort, Kostenregel, Project, Rekening};
use crate::tree::workbook::{Cell, Content, Look, Outcome, Sheet, SheetColumn, Workbook, column_name, row_number};

const KOSTEN: &str = "Kosten";
const DEKKING: &str = "Dekking";
/// Columns of Kosten before the years, of which the last has the amount per year.
const COSTS_BEFORE: usize = 9;
/// Columns of Dekking before the years, of which the last has the amount per year.
const COVER_BEFORE: usize = 6;
/// In which column of Dekking the status stands.
const STATUS: usize = 3;
const AMOUNT_WIDTH: f64 = 17.0;
const NOTE: &str = "Gele cellen vult u zelf in. De andere cellen rekenen mee.";
/// How a line without a status is called.
const NO_STATUS: &str = "nog niet bekend";

/// The three sheets.
pub fn workbook(project: &Project) -> Attachment {
    let rekening = project.rekening();
    let naam = filled(&project.wep.naam).unwrap_or_default();
    let sheets = vec![costs(project, &rekening, &naam), cover(project, &rekening, &naam), overview(&rekening, &naam)];
    let theme = huisstijl::theme(project);
    Attachment::Workbook(Workbook { title: format!("Begroting {naam}"), author: author(project), theme, sheets })
}

fn columns(named: &[(&str, f64)], jaren: &[u32]) -> Vec<SheetColumn> {
    let years = jaren.iter().map(|jaar| SheetColumn { head: jaar.to_string(), width: AMOUNT_WIDTH });
    named.iter().map(|(head, width)| SheetColumn { head: (*head).to_owned(), width: *width }).chain(years).collect()
}

fn cents(bedrag: Option<Bedrag>) -> i64 {
    bedrag.map(Bedrag::cents).unwrap_or_default()
}

fn optional(text: Option<String>) -> Cell {
    text.map(Cell::text).unwrap_or_default()
}

fn amount(bedrag: Option<Bedrag>) -> Cell {
    let content = bedrag.map(|bedrag| Content::Euro(bedrag.cents())).unwrap_or_default();
    Cell { content, look: Look::Input }
}

fn costs(project: &Project, rekening: &Rekening, naam: &str) -> Sheet {
    let mut rows: Vec<Vec<Cell>> =
        rekening.kosten.iter().enumerate().map(|(row, regel)| costs_row(project, rekening, row, regel)).collect();
    let last = rows.len();
    rows.push(totals("Totaal", COSTS_BEFORE, &rekening.jaren, last, |jaar| rekening.kosten_in(jaar)));
    Sheet {
        name: KOSTEN,
        title: format!("Kosten {naam}"),
        note: NOTE.to_owned(),
        columns: columns(
            &[
                ("Omschrijving", 44.0),
                ("Soort", 15.0),
                ("Wie maakt de kosten", 24.0),
                ("Wijk", 18.0),
                ("Uren per week", 11.0),
                ("Weken per jaar", 11.0),
                ("Uren per jaar", 11.0),
                ("Tarief per uur", 13.0),
                ("Bedrag per jaar", AMOUNT_WIDTH),
            ],
            &rekening.jaren,
        ),
        rows,
    }
}

fn costs_row(project: &Project, rekening: &Rekening, row: usize, regel: &Kostenregel) -> Vec<Cell> {
    let number = row_number(row);
    let worth = cents(regel.bedrag);
    let mut cells = match regel.herkomst {
        Herkomst::Natura(index) => {
            let post = &project.begroting.dekking[index];
            let source = format!("{DEKKING}!{}{}", column_name(COVER_BEFORE - 1), row_number(index));
            let mut cells = vec![
                optional(waarvoor(post).or_else(|| betaler(project, post))),
                Cell::text(IN_NATURA),
                optional(betaler(project, post)),
            ];
            cells.resize(COSTS_BEFORE - 1, Cell::default());
            cells.push(Cell::formula(source, worth));
            cells
        }
        Herkomst::Kosten(index) => {
            let post = &project.begroting.kosten[index];
            let wijk = post.wijk.as_deref().and_then(|id| project.wijk(id)).and_then(|wijk| filled(&wijk.naam));
            let hours = [post.uren_per_week, post.weken_per_jaar, post.uren_per_jaar];
            let numbers = hours.map(|hours| hours.map(|hours| Content::Number(hours.hundredths())).unwrap_or_default());
            let numbers = numbers.map(|content| Cell { content, look: Look::Input });
            let product = match (post.has_hours(), post.uren_per_jaar) {
                (false, _) => amount(post.bedrag),
                (true, Some(_)) => Cell::formula(format!("ROUND(G{number}*H{number},2)"), worth),
                (true, None) => Cell::formula(format!("ROUND(E{number}*F{number}*H{number},2)"), worth),
            };
            let words = [
                filled(&post.omschrijving),
                post.soort.map(|kind| soort(kind).to_owned()),
                short_name_of(project, &post.organisatie),
                wijk,
            ];
            let words = words.into_iter().map(|text| optional(text).input());
            words.chain(numbers).chain([amount(post.tarief), product]).collect()
        }
    };
    let own = format!("{}{number}", column_name(COSTS_BEFORE - 1));
    cells.extend(in_years(&rekening.jaren, &regel.jaren, &own, worth));
    cells
}

/// For each year of the budget the amount of the line, or nothing.
fn in_years(jaren: &[u32], of_line: &[u32], own: &str, worth: i64) -> Vec<Cell> {
    let cell = |jaar| if of_line.contains(jaar) { Cell::formula(own, worth) } else { Cell::default().input() };
    jaren.iter().map(cell).collect()
}

/// A row that adds up the `count` rows from the first on, in each year.
fn totals(name: &str, before: usize, jaren: &[u32], count: usize, of: impl Fn(u32) -> Option<Bedrag>) -> Vec<Cell> {
    let sum = |(index, jaar): (usize, &u32)| {
        let column = column_name(before + index);
        let formula = match count {
            0 => "0".to_owned(),
            _ => format!("ROUND(SUM({column}{}:{column}{}),2)", row_number(0), row_number(count - 1)),
        };
        Cell::formula(formula, cents(of(*jaar))).total()
    };
    head_of_totals(name, before).into_iter().chain(jaren.iter().enumerate().map(sum)).collect()
}

fn head_of_totals(name: &str, before: usize) -> Vec<Cell> {
    let mut cells = vec![Cell::text(name).total()];
    cells.resize(before, Cell::default().total());
    cells
}

/// The names of the statuses, and of the lack of one where that occurs.
fn statuses(rekening: &Rekening) -> Vec<(&'static str, Option<DekkingStatus>)> {
    let named = DekkingStatus::ALL.into_iter().map(|one| (status(one), Some(one)));
    let open = rekening.dekking.iter().any(|regel| regel.status.is_none());
    named.chain(open.then_some((NO_STATUS, None))).collect()
}

fn cover(project: &Project, rekening: &Rekening, naam: &str) -> Sheet {
    let mut rows: Vec<Vec<Cell>> =
        rekening.dekking.iter().enumerate().map(|(row, regel)| cover_row(project, rekening, row, regel)).collect();
    let last = rows.len();
    rows.push(totals("Totaal", COVER_BEFORE, &rekening.jaren, last, |jaar| rekening.dekking_in(jaar)));
    for (name, status) in statuses(rekening) {
        let sum = |(index, jaar): (usize, &u32)| {
            let (column, key) = (column_name(COVER_BEFORE + index), column_name(STATUS));
            let formula = match last {
                0 => "0".to_owned(),
                _ => format!(
                    "ROUND(SUMIF(${key}${first}:${key}${end},\"{name}\",{column}${first}:{column}${end}),2)",
                    first = row_number(0),
                    end = row_number(last - 1)
                ),
            };
            Cell::formula(formula, cents(rekening.dekking_met(*jaar, status)))
        };
        let mut row = vec![Cell::text(format!("waarvan {name}"))];
        row.resize(COVER_BEFORE, Cell::default());
        rows.push(row.into_iter().chain(rekening.jaren.iter().enumerate().map(sum)).collect());
    }
    Sheet {
        name: DEKKING,
        title: format!("Dekking {naam}"),
        note: format!("{NOTE} Status: toegezegd, aangevraagd of verwacht."),
        columns: columns(
            &[
                ("Wie betaalt", 34.0),
                ("Waarvoor", 36.0),
                ("Bron", 24.0),
                ("Status", 16.0),
                ("Datum", 20.0),
                ("Bedrag per jaar", AMOUNT_WIDTH),
            ],
            &rekening.jaren,
        ),
        rows,
    }
}

fn cover_row(project: &Project, rekening: &Rekening, row: usize, regel: &Dekkingsregel) -> Vec<Cell> {
    let post = &project.begroting.dekking[regel.index];
    let words = [
        betaler(project, post),
        waarvoor(post),
        post.bron.map(|source| bron(source).to_owned()),
        Some(post.status.map_or(NO_STATUS, status).to_owned()),
        post.datum.map(|dag| dag.long()),
    ];
    let own = format!("{}{}", column_name(COVER_BEFORE - 1), row_number(row));
    let words = words.into_iter().map(|text| optional(text).input());
    let years = in_years(&rekening.jaren, &regel.jaren, &own, cents(regel.bedrag));
    words.chain([amount(regel.bedrag)]).chain(years).collect()
}

/// A row per year, then the kinds of costs.
fn overview(rekening: &Rekening, naam: &str) -> Sheet {
    let (costs_total, cover_total) = (row_number(rekening.kosten.len()), row_number(rekening.dekking.len()));
    let statuses = statuses(rekening);
    let total = 2 + statuses.len();
    let (cover, saldo) = (column_name(total), column_name(total + 1));
    let outcome = |row: usize, bedrag: Option<Bedrag>| {
        let word = match cents(bedrag) {
            0 => "gelijk",
            short if short < 0 => "tekort",
            _ => "overschot",
        };
        let formula = format!("IF({saldo}{row}<0,\"tekort\",IF({saldo}{row}>0,\"overschot\",\"gelijk\"))");
        Cell { content: Content::Formula(formula, Outcome::Text(word.to_owned())), look: Look::Plain }
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (index, jaar) in rekening.jaren.iter().enumerate() {
        let row = row_number(index);
        let (in_costs, in_cover) = (column_name(COSTS_BEFORE + index), column_name(COVER_BEFORE + index));
        let mut cells = vec![
            Cell { content: Content::Whole(*jaar), look: Look::Plain },
            Cell::formula(format!("{KOSTEN}!{in_costs}{costs_total}"), cents(rekening.kosten_in(*jaar))),
        ];
        cells.extend(statuses.iter().enumerate().map(|(at, (_, status))| {
            let formula = format!("{DEKKING}!{in_cover}{}", cover_total + 1 + at);
            Cell::formula(formula, cents(rekening.dekking_met(*jaar, *status)))
        }));
        cells.push(Cell::formula(format!("{DEKKING}!{in_cover}{cover_total}"), cents(rekening.dekking_in(*jaar))));
        cells.push(Cell::formula(format!("ROUND({cover}{row}-B{row},2)"), cents(rekening.saldo_in(*jaar))));
        cells.push(outcome(row, rekening.saldo_in(*jaar)));
        rows.push(cells);
    }
    let count = rows.len();
    let sum = |column: usize, bedrag: Option<Bedrag>| {
        let name = column_name(column);
        let formula = match count {
            0 => "0".to_owned(),
            _ => format!("ROUND(SUM({name}{}:{name}{}),2)", row_number(0), row_number(count - 1)),
        };
        Cell::formula(formula, cents(bedrag)).total()
    };
    let all_years = rekening.samen(|jaar| rekening.saldo_in(jaar));
    let mut last = vec![Cell::text("Samen").total(), sum(1, rekening.samen(|jaar| rekening.kosten_in(jaar)))];
    let by_status = statuses.iter().enumerate();
    last.extend(by_status.map(|(at, (_, one))| sum(2 + at, rekening.samen(|jaar| rekening.dekking_met(jaar, *one)))));
    last.push(sum(total, rekening.samen(|jaar| rekening.dekking_in(jaar))));
    last.push(sum(total + 1, all_years));
    last.push(outcome(row_number(count), all_years).total());
    rows.push(last);
    rows.push(Vec::new());
    rows.extend(by_kind(rekening));
    let mut named = vec![("Jaar", 22.0), ("Kosten", AMOUNT_WIDTH)];
    named.extend(statuses.iter().map(|(name, _)| (*name, AMOUNT_WIDTH)));
    named.extend([("Dekking samen", AMOUNT_WIDTH), ("Tekort (-) of overschot", AMOUNT_WIDTH), ("Uitkomst", 14.0)]);
    Sheet {
        name: "Overzicht",
        title: format!("Overzicht {naam}"),
        note: "Alles op dit blad wordt uitgerekend uit de bladen Kosten en Dekking.".to_owned(),
        columns: columns(&named, &[]),
        rows,
    }
}

/// The costs of each kind over all years.
fn by_kind(rekening: &Rekening) -> Vec<Vec<Cell>> {
    let count = rekening.kosten.len();
    let kinds = KostenSoort::ALL.into_iter().map(|kind| (soort(kind), Some(kind))).chain([(IN_NATURA, None)]);
    let rows = kinds.filter_map(|(name, kind)| {
        let of_kind = rekening.kosten.iter().filter(|regel| match regel.herkomst {
            Herkomst::Kosten(_) => regel.soort == kind && kind.is_some(),
            Herkomst::Natura(_) => kind.is_none(),
        });
        let worth = of_kind.map(|regel| i128::from(cents(regel.bedrag)) * regel.jaren.len() as i128).sum::<i128>();
        (worth > 0 && count > 0 && !rekening.jaren.is_empty()).then(|| {
            let years = 0..rekening.jaren.len();
            let sums = years.map(|index| {
                let (column, first, end) = (column_name(COSTS_BEFORE + index), row_number(0), row_number(count - 1));
                format!("SUMIF({KOSTEN}!$B${first}:$B${end},\"{name}\",{KOSTEN}!{column}${first}:{column}${end})")
            });
            let formula = format!("ROUND({},2)", sums.collect::<Vec<_>>().join("+"));
            vec![Cell::text(name), Cell::formula(formula, i64::try_from(worth).unwrap_or_default())]
        })
    });
    let head = vec![Cell::text("Kosten per soort, alle jaren").total(), Cell::default().total()];
    let rows: Vec<Vec<Cell>> = rows.collect();
    if rows.is_empty() { rows } else { [vec![head], rows].concat() }
}
