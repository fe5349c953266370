//! A document tree and a workbook out of the bytes of the fuzzer: every kind of node, any text in each.

use wep::colour::Rgb;
use wep::drawing::{Anchor, Colour, Drawing, Point, Shape, Stroke};
use wep::tree::workbook::{Cell, Content, Look, Outcome, Sheet, SheetColumn, Workbook};
use wep::tree::*;

use super::choice::Choice;

/// More blocks than this one document does not get.
const MOST: usize = 60;
const DEEPEST: usize = 4;
const LOGO: &[u8] = include_bytes!("../../examples/veldrijk/logo.svg");

pub fn document(choice: &mut Choice) -> Document {
    let meta = Meta {
        title: choice.text(),
        subtitle: choice.text(),
        author: choice.text(),
        draft: choice.flag(),
        contents: choice.flag(),
        theme: theme(choice),
        layout: choice.of(&[
            Layout::Report,
            Layout::Report,
            Layout::Report,
            Layout::Poster(Paper::A3),
            Layout::Poster(Paper::A5),
            Layout::Leaflet,
        ]),
    };
    let breaks = meta.layout.is_report();
    let mut tree = Tree { choice, breaks, left: MOST, level: 0, article: 0, clause: 0, anchors: 0 };
    let mut body = Vec::new();
    while tree.left > 0 && !tree.choice.is_used_up() {
        body.push(tree.block(0));
    }
    Document { meta, body }
}

pub fn theme(choice: &mut Choice) -> Theme {
    if choice.flag() {
        return Theme::default();
    }
    let colour = |choice: &mut Choice| choice.flag().then(|| Rgb::new(choice.byte(), choice.byte(), choice.byte()));
    Theme {
        accent: colour(choice),
        second: colour(choice),
        face: choice.of(&[Face::Carlito, Face::LiberationSans]),
        logo: choice.flag().then(|| Logo {
            kind: LogoKind::Svg,
            bytes: LOGO.into(),
            width: choice.of(&[1.0, 100.0, 1e-6, 1e9]),
            height: choice.of(&[1.0, 40.0, 1e-6, 1e9]),
            alternative: choice.text(),
        }),
    }
}

struct Tree<'c, 'd> {
    choice: &'c mut Choice<'d>,
    /// A sheet has no page to break off.
    breaks: bool,
    left: usize,
    level: u8,
    article: u32,
    clause: u32,
    anchors: u32,
}

impl Tree<'_, '_> {
    fn block(&mut self, depth: usize) -> Block {
        self.left = self.left.saturating_sub(1);
        let kinds = if depth == 0 { 14 } else { 10 };
        match self.choice.below(kinds) {
            0 | 1 => Block::Paragraph { content: self.inlines(2) },
            2 | 3 if depth < DEEPEST => {
                let kinds = [ListKind::Bullet, ListKind::Ordered, ListKind::Lettered, ListKind::Checklist];
                let (kind, count) = (self.choice.of(&kinds), self.choice.below(4) + 1);
                Block::List(List { kind, items: (0..count).map(|_| Item { content: self.blocks(depth) }).collect() })
            }
            4 if depth < DEEPEST => {
                let kinds = [AsideKind::Source, AsideKind::Addition, AsideKind::Attention];
                Block::Aside { kind: self.choice.of(&kinds), content: self.blocks(depth) }
            }
            5 => self.table(),
            6 => Block::Signatures { signatures: (0..self.choice.below(3) + 1).map(|_| self.signature()).collect() },
            7 => self.figure(),
            8 => Block::Form { fields: (0..self.choice.below(3) + 1).map(|_| self.field()).collect() },
            9 => Block::WritingSpace { lines: self.choice.byte() % 40 },
            10 if self.breaks => Block::PageBreak,
            11 | 12 => self.heading(),
            13 if self.article > 0 => {
                let count = self.choice.below(3) + 1;
                Block::Clauses { clauses: (0..count).map(|_| self.clause()).collect() }
            }
            _ => Block::Paragraph { content: self.inlines(1) },
        }
    }

    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let count = self.choice.below(3) + 1;
        (0..count).map(|_| self.block(depth + 1)).collect()
    }

    fn heading(&mut self) -> Block {
        self.level = (self.choice.byte() % 4 + 1).min(self.level + 1);
        let number = self.choice.flag().then(|| {
            self.article += 1;
            self.clause = 0;
            ArticleNumber { label: self.choice.of(&["Artikel", "Art. *x*"]).to_owned(), number: self.article }
        });
        let anchor = self.choice.flag().then(|| {
            self.anchors += 1;
            format!("{}-{}", self.choice.of(&["kop", "anker", "A"]), self.anchors)
        });
        Block::Heading(Heading { level: self.level, anchor, number, content: self.inlines(1) })
    }

    fn clause(&mut self) -> Clause {
        self.clause += 1;
        Clause { article: self.article, number: self.clause, content: self.blocks(1) }
    }

    fn table(&mut self) -> Block {
        let (columns, rows) = (self.choice.below(5) + 1, self.choice.below(6));
        let column = |choice: &mut Choice| Column {
            align: choice.of(&[Align::Left, Align::Center, Align::Right]),
            width: (u16::from(choice.byte()) * choice.of(&[1, 1, 257])).saturating_add(choice.flag().into()),
        };
        let widths =
            (0..columns).map(|_| column(self.choice)).map(|one| Column { width: one.width.max(1), ..one }).collect();
        Block::Table(Table {
            columns: widths,
            header: (0..columns).map(|_| self.inlines(1)).collect(),
            rows: (0..rows).map(|_| (0..columns).map(|_| self.inlines(1)).collect()).collect(),
            row_headers: self.choice.flag(),
        })
    }

    fn signature(&mut self) -> Signature {
        let [party, name, role, place, date] = std::array::from_fn(|_| self.inlines(1));
        Signature { party, name, role, place, date }
    }

    fn field(&mut self) -> Field {
        let label = self.choice.text();
        let input = match self.choice.flag() {
            true => FieldInput::Lines(self.choice.byte() % 12 + 1),
            false => FieldInput::Choices((0..self.choice.below(3) + 1).map(|_| self.choice.text()).collect()),
        };
        Field { label, input }
    }

    fn figure(&mut self) -> Block {
        let shapes = (0..self.choice.below(5)).map(|_| self.shape()).collect();
        let drawing = Drawing { width: self.choice.fraction(), height: self.choice.fraction(), shapes };
        Block::Figure(Figure { drawing, alternative: self.choice.text(), caption: self.inlines(1) })
    }

    fn shape(&mut self) -> Shape {
        let (at, fill) = (self.point(), self.choice.flag().then(|| colour(self.choice)));
        let stroke = Stroke { width: self.choice.fraction(), colour: colour(self.choice), dashed: self.choice.flag() };
        let some = self.choice.flag().then_some(stroke);
        match self.choice.below(5) {
            0 => Shape::Line { from: at, to: self.point(), stroke },
            1 => Shape::Rect {
                corner: at,
                width: self.choice.fraction(),
                height: self.choice.fraction(),
                radius: self.choice.fraction(),
                fill,
                stroke: some,
            },
            2 => Shape::Circle { centre: at, radius: self.choice.fraction(), fill, stroke: some },
            3 => {
                Shape::Polygon { points: (0..self.choice.below(5)).map(|_| self.point()).collect(), fill, stroke: some }
            }
            _ => Shape::Text {
                at,
                anchor: self.choice.of(&[Anchor::Start, Anchor::Middle, Anchor::End]),
                size: self.choice.fraction(),
                bold: self.choice.flag(),
                colour: colour(self.choice),
                text: self.choice.text(),
            },
        }
    }

    fn point(&mut self) -> Point {
        Point { x: self.choice.fraction(), y: self.choice.fraction() }
    }

    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        (0..self.choice.below(4)).map(|_| self.inline(depth)).collect()
    }

    fn inline(&mut self, depth: usize) -> Inline {
        match self.choice.below(if depth > 0 { 9 } else { 6 }) {
            0..=2 => Inline::Text { text: self.choice.text() },
            3 => Inline::Gap { text: self.choice.text() },
            4 => Inline::Break,
            5 => Inline::Reference { anchor: self.choice.of(&["kop-1", "anker-2", "nergens"]).to_owned(), number: 1 },
            6 => Inline::Strong { content: self.inlines(depth - 1) },
            7 => Inline::Emphasis { content: self.inlines(depth - 1) },
            _ => Inline::Link { url: self.address(), content: self.inlines(depth - 1) },
        }
    }

    fn address(&mut self) -> String {
        let start = self.choice.of(&["https://voorbeeld.example/", "mailto:", "tel:", "javascript:", "", "data:"]);
        format!("{start}{}", self.choice.text())
    }
}

fn colour(choice: &mut Choice) -> Colour {
    choice.of(&Colour::ALL)
}

pub fn workbook(choice: &mut Choice) -> Workbook {
    const NAMES: [&str; 3] = ["Kosten", "Dekking", "Uitleg en zo"];
    let sheets = NAMES.into_iter().take(choice.below(3) + 1).map(|name| sheet(choice, name)).collect();
    Workbook { title: choice.text(), author: choice.text(), theme: theme(choice), sheets }
}

fn sheet(choice: &mut Choice, name: &'static str) -> Sheet {
    let columns = choice.below(5) + 1;
    let rows = choice.below(8);
    Sheet {
        name,
        title: choice.text(),
        note: choice.text(),
        columns: (0..columns)
            .map(|_| SheetColumn { head: choice.text(), width: choice.of(&[1.0, 8.5, 60.0, 255.0]) })
            .collect(),
        rows: (0..rows).map(|_| (0..columns).map(|_| cell(choice)).collect()).collect(),
    }
}

fn cell(choice: &mut Choice) -> Cell {
    let content = match choice.below(7) {
        0 => Content::Empty,
        1 | 2 => Content::Text(choice.text()),
        3 => Content::Whole(choice.number() as u32),
        4 => Content::Number(choice.number()),
        5 => Content::Euro(choice.number()),
        _ => {
            let outcome = if choice.flag() { Outcome::Euro(choice.number()) } else { Outcome::Text(choice.text()) };
            Content::Formula(choice.of(&["SUM(A4:A9)", "IF(A4>B4,\"a\",\"b\")"]).to_owned(), outcome)
        }
    };
    Cell { content, look: choice.of(&[Look::Plain, Look::Input, Look::Total]) }
}
