//! A document with every kind of node in it, and texts that would be markup somewhere.
#![allow(dead_code)]

use wep::tree::*;

/// Each must come back to the letter in every format.
pub use crate::attack::LITERAL as HOSTILE;

pub fn text(literal: &str) -> Inline {
    Inline::Text { text: literal.to_owned() }
}

pub fn paragraph(literal: &str) -> Block {
    Block::Paragraph { content: vec![text(literal)] }
}

fn heading(level: u8, anchor: Option<&str>, article: Option<u32>, literal: &str) -> Block {
    Block::Heading(Heading {
        level,
        anchor: anchor.map(str::to_owned),
        number: article.map(|number| ArticleNumber { label: "Artikel".to_owned(), number }),
        content: vec![text(literal)],
    })
}

fn list(kind: ListKind, items: &[&str]) -> Block {
    Block::List(List { kind, items: items.iter().map(|item| Item { content: vec![paragraph(item)] }).collect() })
}

/// A table of two columns, with the same text in every cell.
pub fn two_columns(literal: &str) -> Block {
    let cells = || vec![vec![text(literal)], vec![text(literal)]];
    Block::Table(Table {
        columns: vec![Column { align: Align::Left, width: 1 }; 2],
        header: cells(),
        rows: vec![cells()],
        row_headers: true,
    })
}

/// One document with every block and every inline.
pub fn everything() -> Document {
    let body = vec![
        heading(1, None, None, "Inleiding"),
        Block::Paragraph {
            content: vec![
                text("Gewone tekst, "),
                Inline::Strong { content: vec![text("vette tekst")] },
                text(", "),
                Inline::Emphasis { content: vec![text("schuine tekst")] },
                text(", een "),
                Inline::Link { url: "https://www.voorbeeld.example/".to_owned(), content: vec![text("koppeling")] },
                text(", een gat: "),
                Inline::Gap { text: "KvK-nummer".to_owned() },
                Inline::Break,
                text("en na een regeleinde artikel "),
                Inline::Reference { anchor: "begrippen".to_owned(), number: 1 },
                text("."),
            ],
        },
        list(ListKind::Bullet, &["eerste punt", "tweede punt"]),
        list(ListKind::Ordered, &["eerste stap", "tweede stap"]),
        list(ListKind::Checklist, &["een vakje om aan te kruisen"]),
        Block::List(List {
            kind: ListKind::Bullet,
            items: vec![Item { content: vec![paragraph("buitenste"), list(ListKind::Bullet, &["binnenste"])] }],
        }),
        Block::Table(Table {
            columns: vec![
                Column { align: Align::Left, width: 1 },
                Column { align: Align::Left, width: 3 },
                Column { align: Align::Right, width: 1 },
            ],
            header: vec![vec![text("Tijd")], vec![text("Onderdeel")], vec![text("Bedrag")]],
            rows: vec![
                vec![vec![text("15.00")], vec![text("Welkom")], vec![text("€ 1.234,56")]],
                vec![vec![text("15.15")], vec![text("Inleiding"), Inline::Break, text("door de coördinator")], vec![]],
            ],
            row_headers: true,
        }),
        Block::Aside { kind: AsideKind::Source, content: vec![paragraph("Bron: handboek, paragraaf 3.3")] },
        Block::Aside { kind: AsideKind::Addition, content: vec![paragraph("Dit is een toevoeging uit 2018.")] },
        Block::Aside { kind: AsideKind::Attention, content: vec![paragraph("Let hierop.")] },
        heading(2, Some("begrippen"), Some(1), "Begrippen"),
        Block::Clauses {
            clauses: vec![
                Clause { article: 1, number: 1, content: vec![paragraph("Het eerste lid.")] },
                Clause {
                    article: 1,
                    number: 2,
                    content: vec![paragraph("Het tweede lid somt op:"), list(ListKind::Lettered, &["een;", "twee."])],
                },
            ],
        },
        heading(2, Some("doel"), Some(2), "Doel"),
        Block::Clauses { clauses: vec![Clause { article: 2, number: 1, content: vec![paragraph("Nog een lid.")] }] },
        Block::PageBreak,
        heading(1, None, None, "Werkblad"),
        Block::WritingSpace { lines: 4 },
        heading(1, None, None, "Ondertekening"),
        Block::Signatures {
            signatures: vec![
                Signature {
                    party: vec![text("Stichting Welzijn Veldrijk")],
                    name: vec![text("A. de Boer")],
                    role: vec![text("directeur")],
                    place: vec![],
                    date: vec![],
                },
                Signature {
                    party: vec![text("Gemeente Veldrijk")],
                    name: vec![Inline::Gap { text: "naam".to_owned() }],
                    role: vec![text("wethouder")],
                    place: vec![text("Veldrijk")],
                    date: vec![text("11 januari 2027")],
                },
            ],
        },
    ];
    Document { meta: meta("Voorbeelddocument"), body }
}

/// A document that has each hostile text in its title, a heading, a paragraph, a list and a table.
pub fn hostile() -> Vec<Document> {
    HOSTILE
        .iter()
        .map(|literal| Document {
            meta: Meta { subtitle: (*literal).to_owned(), author: (*literal).to_owned(), ..meta(literal) },
            body: vec![
                heading(1, None, None, literal),
                paragraph(literal),
                list(ListKind::Bullet, &[literal]),
                Block::Table(Table {
                    columns: vec![Column { align: Align::Left, width: 1 }],
                    header: vec![vec![text(literal)]],
                    rows: vec![vec![vec![text(literal)]]],
                    row_headers: false,
                }),
                Block::Paragraph { content: vec![Inline::Strong { content: vec![text(literal)] }] },
                Block::Paragraph { content: vec![Inline::Gap { text: (*literal).to_owned() }] },
            ],
        })
        .collect()
}

fn meta(title: &str) -> Meta {
    Meta {
        title: title.to_owned(),
        subtitle: "Gemeente Veldrijk".to_owned(),
        author: "Stichting Welzijn Veldrijk".to_owned(),
        draft: true,
        contents: true,
        ..Meta::default()
    }
}
