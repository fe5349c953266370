//! The web of the sociale kaart: WeP as the spider's web between organisations (handbook §3.2, S2 and S3).
//!
//! Every label has a row of its own, left or right of the web, so that no two can ever overlap: the rows go down
//! the right side and then the left, sector by sector, and the thread of each organisation ends where its label begins.

use std::collections::{BTreeSet, HashMap};

use crate::document::wording::{capitalised, short_name};
use crate::drawing::{Anchor, Colour, Drawing, Illustration, Point, Shape, Stroke, text_width};
use crate::dutch::counted;
use crate::model::{Organisatie, Project, Sector};

/// The text width of a page.
const WIDTH: f64 = 453.0;
const MIDDLE: f64 = WIDTH / 2.0;
/// Half of the web, from the middle to where its labels begin at the widest.
const REACH: f64 = 112.0;
/// Between two rows: at least, at most, and what all of a side share.
const LEAST_ROW: f64 = 10.9;
const MOST_ROW: f64 = 18.0;
const ROWS_HEIGHT: f64 = 400.0;
const TYPE: f64 = 8.0;
/// Room above and under the rows, so that the web bends there.
const EDGE: f64 = 14.0;
/// Lower than this the web would be a stripe.
const LEAST_HEIGHT: f64 = 190.0;
const LEGEND: f64 = 13.0;
const BETWEEN: f64 = 7.0;
/// Where along its thread a partner and any other organisation stands.
const INNER: f64 = 0.68;
const OUTER: f64 = 1.0;
/// More do not fit on a page as names: then each sector is one.
const MOST_NAMES: usize = 80;
/// So many rows one side may be longer before a sector is cut in two.
const UNEVEN: usize = 2;
/// Below so many rows no sector is cut.
const SHORT: usize = 12;

/// The heading of organisations of which the sector is not known yet.
const NO_SECTOR: &str = "Sector nog niet ingevuld";

/// The drawing of all organisations of the project around WeP, with its words. More than 80 organisations are drawn as
/// their sectors, and the caption says so. The same project gives the same drawing.
pub fn web(project: &Project) -> Illustration {
    let all = &project.organisaties.organisaties;
    let by_sector = all.len() > MOST_NAMES;
    let sectors = Sector::ALL.map(|sector| (Some(sector), capitalised(sector.term().name)));
    let sectors = sectors.into_iter().chain([(None, NO_SECTOR.to_owned())]);
    let groups: Vec<Group> = sectors.filter_map(|(sector, name)| Group::of(all, sector, name)).collect();
    let threads = threads(all);
    let parties: BTreeSet<&str> = project.partij_ids().collect();
    let partners: Vec<bool> = all.iter().map(|one| one.is_partner(&parties)).collect();
    let strands: Vec<Vec<Strand>> = groups
        .iter()
        .map(|group| if by_sector { vec![group.as_strand(&partners)] } else { group.strands(all, &partners) })
        .collect();
    let sides = sides(&groups, strands, by_sector);
    Illustration {
        drawing: draw(&sides, &threads, by_sector),
        alternative: alternative(&partners, &groups, threads.len()),
        caption: caption(all.len(), by_sector),
    }
}

/// A sector with its organisations, by their place in the list.
struct Group {
    name: String,
    members: Vec<usize>,
}

impl Group {
    fn of(all: &[Organisatie], sector: Option<Sector>, name: String) -> Option<Group> {
        let members: Vec<usize> = (0..all.len()).filter(|index| all[*index].sector == sector).collect();
        (!members.is_empty()).then_some(Group { name, members })
    }

    fn strands(&self, all: &[Organisatie], partners: &[bool]) -> Vec<Strand> {
        let strand = |index: &usize| Strand {
            label: short_name(&all[*index]).unwrap_or_else(|| "(naam nog niet ingevuld)".to_owned()),
            partner: partners[*index],
            members: vec![*index],
        };
        self.members.iter().map(strand).collect()
    }

    fn as_strand(&self, partners: &[bool]) -> Strand {
        Strand {
            label: format!("{}: {}", self.name, self.members.len()),
            partner: self.members.iter().any(|index| partners[*index]),
            members: self.members.clone(),
        }
    }
}

/// One thread from the middle, with the label at its end.
struct Strand {
    label: String,
    partner: bool,
    /// The organisations that it stands for.
    members: Vec<usize>,
}

/// A row beside the web.
enum Row {
    Sector(String),
    /// With the form of its sector.
    Strand(Strand, usize),
}

/// The pairs of organisations that have something with each other, each once.
fn threads(all: &[Organisatie]) -> BTreeSet<(usize, usize)> {
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(all.len());
    for (index, id) in all.iter().enumerate().filter_map(|(index, one)| Some((index, one.id.as_deref()?))) {
        places.entry(id).or_insert(index);
    }
    let mut pairs = BTreeSet::new();
    for (from, organisatie) in all.iter().enumerate() {
        for to in organisatie.relaties.iter().filter_map(|relatie| places.get(relatie.met.as_deref()?).copied()) {
            if from != to {
                pairs.insert((from.min(to), from.max(to)));
            }
        }
    }
    pairs
}

/// The rows on the right and on the left, about as many on each; a sector that stands on both is named on both.
fn sides(groups: &[Group], strands: Vec<Vec<Strand>>, by_sector: bool) -> [Vec<Row>; 2] {
    let mut right = Vec::new();
    let mut starts = Vec::new();
    for (form, (group, strands)) in groups.iter().zip(strands).enumerate() {
        starts.push(right.len());
        if !by_sector {
            right.push(Row::Sector(group.name.to_owned()));
        }
        right.extend(strands.into_iter().map(|strand| Row::Strand(strand, form)));
    }
    let half = right.len().div_ceil(2);
    let whole = starts.iter().copied().filter(|start| *start > 0).min_by_key(|start| start.abs_diff(half));
    let begins = starts.iter().rposition(|start| *start < half);
    let (cut, continued) = match (whole, begins) {
        (Some(whole), _) if whole.abs_diff(half) <= UNEVEN => (whole, None),
        // A name of a sector at the foot of a side would name nothing there.
        (_, Some(group)) if right.len() > SHORT => (half.max(starts[group] + 2), Some(groups[group].name.as_str())),
        (whole, _) => (whole.unwrap_or(right.len()), None),
    };
    let rest = right.split_off(cut.min(right.len()));
    let name = continued.filter(|_| !rest.is_empty()).map(|name| Row::Sector(format!("{name} (vervolg)")));
    [right, name.into_iter().chain(rest).collect()]
}

/// A strand in its place.
struct Placed<'a> {
    strand: &'a Strand,
    form: usize,
    end: Point,
    node: Point,
}

fn draw(sides: &[Vec<Row>; 2], threads: &BTreeSet<(usize, usize)>, by_sector: bool) -> Drawing {
    let rows = sides.iter().map(Vec::len).max().unwrap_or(0);
    let pitch = (ROWS_HEIGHT / rows.max(1) as f64).clamp(LEAST_ROW, MOST_ROW);
    let height = (rows as f64 * pitch + 2.0 * EDGE).max(LEAST_HEIGHT);
    let centre = Point { x: MIDDLE, y: height / 2.0 };
    let mut labels = Vec::new();
    let mut placed = Vec::new();
    for (rows, sign) in sides.iter().zip([1.0, -1.0]) {
        let top = centre.y - (rows.len() as f64 - 1.0) * pitch / 2.0;
        for (index, row) in rows.iter().enumerate() {
            let y = top + index as f64 * pitch;
            let end = Point { x: MIDDLE + sign * bend(y - centre.y, height / 2.0), y };
            match row {
                Row::Sector(name) => labels.push(label(name, end, sign, Colour::Accent, true)),
                Row::Strand(strand, form) => {
                    let share = if strand.partner { INNER } else { OUTER };
                    labels.push(label(&strand.label, end, sign, Colour::Ink, strand.partner));
                    placed.push(Placed { strand, form: *form, end, node: between(centre, end, share) });
                }
            }
        }
    }
    let mut shapes = rings(centre, height / 2.0);
    shapes.extend(placed.iter().map(|one| line(centre, one.end, 0.6, Colour::Rule, false)));
    shapes.extend(relations(&placed, threads));
    shapes.extend(placed.iter().map(|one| mark(one.node, one.form, one.strand.partner)));
    shapes.push(circle(centre, 21.0, Colour::Accent));
    let name = Point { x: centre.x, y: centre.y + 4.5 };
    shapes.push(text(name, Anchor::Middle, 14.0, true, Colour::Paper, "WeP".to_owned()));
    if placed.is_empty() {
        let under = Point { x: centre.x, y: centre.y + 40.0 };
        shapes.push(text(under, Anchor::Middle, TYPE, false, Colour::Quiet, "Nog geen organisaties".to_owned()));
    }
    shapes.extend(labels);
    let words = if by_sector { &OF_SECTORS } else { &OF_ORGANISATIES };
    let legend = legend(height + 6.0, words, !threads.is_empty(), !placed.is_empty());
    let height = height + 6.0 + legend.1;
    shapes.extend(legend.0);
    Drawing { width: WIDTH, height, shapes }
}

/// How far from the middle the web reaches at this height.
fn bend(dy: f64, half: f64) -> f64 {
    let share = (dy / half).clamp(-1.0, 1.0);
    REACH * (1.0 - share * share).sqrt().max(0.3)
}

fn between(from: Point, to: Point, share: f64) -> Point {
    Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/// The rings of the web: straight from thread to thread, as a spider makes them.
fn rings(centre: Point, half: f64) -> Vec<Shape> {
    let ring = |share: f64| {
        let corner = |step: u32| {
            let angle = f64::from(step) * std::f64::consts::TAU / 16.0;
            Point { x: centre.x + REACH * share * angle.cos(), y: centre.y + half * share * angle.sin() }
        };
        let stroke = Some(Stroke { width: 0.5, colour: Colour::Rule, dashed: false });
        let fill = (share > 0.9).then_some(Colour::Paper);
        Shape::Polygon { points: (0..16).map(corner).collect(), fill, stroke }
    };
    [0.98, INNER, 0.38].map(ring).to_vec()
}

fn relations(placed: &[Placed], threads: &BTreeSet<(usize, usize)>) -> Vec<Shape> {
    let members =
        placed.iter().enumerate().flat_map(|(at, one)| one.strand.members.iter().map(move |index| (*index, at)));
    let strands: HashMap<usize, usize> = members.collect();
    let of = |index: usize| strands.get(&index).copied();
    let drawn: BTreeSet<(usize, usize)> = threads
        .iter()
        .filter_map(|(one, other)| Some((of(*one)?, of(*other)?)))
        .filter(|(one, other)| one != other)
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect();
    drawn.iter().map(|(one, other)| line(placed[*one].node, placed[*other].node, 0.9, Colour::Second, false)).collect()
}

/// The mark of an organisation: its form goes with its sector, filled for a partner and open for others.
fn mark(at: Point, form: usize, partner: bool) -> Shape {
    let fill = Some(if partner { Colour::Accent } else { Colour::Paper });
    let stroke = Some(Stroke { width: 1.2, colour: Colour::Accent, dashed: false });
    let around = |corners: &[(f64, f64)]| {
        let points = corners.iter().map(|(x, y)| Point { x: at.x + x, y: at.y + y }).collect();
        Shape::Polygon { points, fill, stroke }
    };
    match form % 4 {
        0 => Shape::Circle { centre: at, radius: 3.4, fill, stroke },
        1 => around(&[(-3.0, -3.0), (3.0, -3.0), (3.0, 3.0), (-3.0, 3.0)]),
        2 => around(&[(0.0, -4.0), (3.8, 2.8), (-3.8, 2.8)]),
        _ => around(&[(0.0, -4.2), (4.2, 0.0), (0.0, 4.2), (-4.2, 0.0)]),
    }
}

fn label(name: &str, end: Point, sign: f64, colour: Colour, bold: bool) -> Shape {
    let at = Point { x: end.x + sign * BETWEEN, y: end.y + TYPE * 0.32 };
    let room = if sign > 0.0 { WIDTH - at.x } else { at.x };
    let anchor = if sign > 0.0 { Anchor::Start } else { Anchor::End };
    text(at, anchor, TYPE, bold, colour, shortened(name, room, bold))
}

/// The text as far as there is room for it; the whole name stands in the list of the document.
fn shortened(name: &str, room: f64, bold: bool) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if text_width(&name, TYPE, bold) <= room {
        return name;
    }
    let room = room - text_width("…", TYPE, bold);
    let mut kept = String::new();
    let mut used = 0.0;
    for letter in name.chars() {
        used += text_width(letter.encode_utf8(&mut [0; 4]), TYPE, bold);
        if used > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// What a filled mark, an open mark and a thread stand for.
const OF_ORGANISATIES: [&str; 3] = [
    "gevuld en vetgedrukt, dicht bij WeP: partner in het convenant",
    "open, aan de rand: andere organisatie",
    "draad tussen organisaties: zij hebben al met elkaar te maken",
];
/// The same where each mark is a sector.
const OF_SECTORS: [&str; 3] = [
    "gevuld en vetgedrukt, dicht bij WeP: sector met een partner in het convenant",
    "open, aan de rand: sector zonder partner in het convenant",
    "draad tussen sectoren: organisaties daar hebben al met elkaar te maken",
];

/// What the marks mean, and how high that is.
fn legend(top: f64, words: &[&str; 3], related: bool, any: bool) -> (Vec<Shape>, f64) {
    let mut shapes = Vec::new();
    let mut y = top + 5.0;
    let say = |shapes: &mut Vec<Shape>, marks: Vec<Shape>, words: &str, y: f64| {
        shapes.extend(marks);
        let at = Point { x: 24.0, y: y + TYPE * 0.32 };
        shapes.push(text(at, Anchor::Start, TYPE, false, Colour::Quiet, words.to_owned()));
    };
    if !any {
        return (shapes, 0.0);
    }
    let at = |y| Point { x: 10.0, y };
    say(&mut shapes, vec![mark(at(y), 0, true)], words[0], y);
    y += LEGEND;
    say(&mut shapes, vec![mark(at(y), 0, false)], words[1], y);
    y += LEGEND;
    if related {
        let thread = line(Point { x: 2.0, y }, Point { x: 18.0, y }, 0.9, Colour::Second, false);
        say(&mut shapes, vec![thread], words[2], y);
        y += LEGEND;
    }
    (shapes, y - top)
}

fn line(from: Point, to: Point, width: f64, colour: Colour, dashed: bool) -> Shape {
    Shape::Line { from, to, stroke: Stroke { width, colour, dashed } }
}

fn circle(centre: Point, radius: f64, colour: Colour) -> Shape {
    Shape::Circle { centre, radius, fill: Some(colour), stroke: None }
}

fn text(at: Point, anchor: Anchor, size: f64, bold: bool, colour: Colour, text: String) -> Shape {
    Shape::Text { at, anchor, size, bold, colour, text }
}

/// The web in words; for each organisation, `partners` says whether it is one.
fn alternative(partners: &[bool], groups: &[Group], threads: usize) -> String {
    if partners.is_empty() {
        return "Een web met WeP in het midden. Er staan nog geen organisaties omheen.".to_owned();
    }
    let of_them = partners.iter().filter(|partner| **partner).count();
    let sectors: Vec<String> =
        groups.iter().map(|group| format!("{} {}", group.name.to_lowercase(), group.members.len())).collect();
    let related = match threads {
        0 => "Er zijn nog geen draden tussen organisaties onderling.".to_owned(),
        1 => "Eén draad verbindt twee organisaties die al met elkaar te maken hebben.".to_owned(),
        _ => format!("{threads} draden verbinden organisaties die al met elkaar te maken hebben."),
    };
    format!(
        "Een web met WeP in het midden en {} eromheen, van wie {of_them} partner in het convenant. Per sector: {}. {related}",
        counted(partners.len(), "organisatie", "organisaties"),
        sectors.join(", ")
    )
}

fn caption(count: usize, by_sector: bool) -> String {
    match (count, by_sector) {
        (0, _) => "Het web van WeP. Er zijn nog geen organisaties ingevuld.".to_owned(),
        (_, true) => format!(
            "Het web van WeP met {count} organisaties. Dat zijn er te veel voor één tekening: elk teken staat voor een \
             sector, met het aantal organisaties erachter. Een gevuld teken betekent dat er een partner in het convenant bij is."
        ),
        _ => "Het web van WeP. Organisaties van dezelfde sector staan bij elkaar en hebben hetzelfde teken.".to_owned(),
    }
}
