//! The text renderer, read line by line.

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;
use wep::render::text;
use wep::tree::*;

use super::{folded, sample};

/// Whether every line fits, but for those of one word.
fn assert_fits(document: &Document, width: usize) {
    for line in text::render(document, width).lines() {
        assert!(line.width() <= width || !line.contains(' '), "{} > {width}: {line}", line.width());
        assert_eq!(line, line.trim_end());
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [20, 21, 25, 33, 49, 50, 51, 80, 120, 1000] {
        assert_fits(&sample::everything(), width);
        sample::hostile().iter().for_each(|document| assert_fits(document, width));
    }
}

#[test]
fn a_terminal_that_says_nothing_useful_still_gets_the_text() {
    for width in [0, 1, 7] {
        let text = text::render(&sample::everything(), width);
        assert!(text.contains("Het eerste"), "{text}");
        assert!(text.lines().all(|line| line.width() <= 20 || !line.contains(' ')), "{text}");
    }
}

#[test]
fn a_text_stays_as_it_is() {
    for (document, literal) in sample::hostile().iter().zip(sample::HOSTILE) {
        let text = folded(&text::render(document, 200));
        assert!(text.matches(&folded(literal)).count() >= 7, "{text}");
    }
}

#[test]
fn a_wide_table_becomes_a_list_on_a_narrow_terminal() {
    let row = |cells: [&str; 3]| cells.map(|cell| vec![sample::text(cell)]).to_vec();
    let table = Block::Table(Table {
        columns: [Align::Left, Align::Center, Align::Right].map(|align| Column { align, width: 1 }).to_vec(),
        header: row(["Wie", "Wat de organisatie inbrengt", "Uren"]),
        rows: vec![
            row(["Stichting Welzijn", "een coördinator en een ruimte in het wijkcentrum", "16"]),
            row(["", "niets", ""]),
        ],
        row_headers: true,
    });
    let document = Document { meta: Meta { title: "T".to_owned(), ..Meta::default() }, body: vec![table] };
    insta::assert_snapshot!(text::render(&document, 60), @r"
    T
    =

    Wie                  Wat de organisatie inbrengt       Uren
    --------------  -------------------------------------  ----
    Stichting       een coördinator en een ruimte in het     16
    Welzijn                      wijkcentrum

                                    niets
    ");
    insta::assert_snapshot!(text::render(&document, 40), @r"
    T
    =

    Wie: Stichting Welzijn
      Wat de organisatie inbrengt: een
      coördinator en een ruimte in het
      wijkcentrum
      Uren: 16

      Wat de organisatie inbrengt: niets
    ");
}

#[test]
fn the_address_behind_a_link_is_shown_once() {
    let shown = |url: &str, literal: &str| {
        let content = vec![Inline::Link { url: url.to_owned(), content: vec![sample::text(literal)] }];
        let document = Document { meta: Meta::default(), body: vec![Block::Paragraph { content }] };
        text::render(&document, 80).trim().to_owned()
    };
    assert_eq!(shown("https://x.example/a", "onze site"), "onze site (https://x.example/a)");
    assert_eq!(shown("mailto:a@b.example", "a@b.example"), "a@b.example");
    assert_eq!(shown("javascript:x", "hier"), "hier");
}

#[test]
fn the_sample_on_a_terminal() {
    assert_eq!(text::render(&sample::everything(), 72), text::render(&sample::everything(), 72));
    insta::assert_snapshot!("text", text::render(&sample::everything(), 72));
}

proptest! {
    #[test]
    fn any_text_fits_any_terminal(
        literals in prop::collection::vec(prop_oneof!["[a-z]{1,30}( [a-z]{1,30}){0,6}", any::<String>()], 8),
        width in 20_usize..140,
        depth in 0_usize..4,
    ) {
        let mut document = sample::everything();
        let mut next = literals.iter().cycle();
        let mut cell = || vec![sample::text(next.next().unwrap())];
        let mut body = vec![
            Block::Paragraph { content: cell() },
            Block::Clauses { clauses: vec![Clause { article: 12, number: 3, content: vec![Block::Paragraph { content: cell() }] }] },
            Block::Table(Table {
                columns: vec![Column { align: Align::Right, width: 1 }; 3],
                header: vec![cell(), cell(), cell()],
                rows: vec![vec![cell(), cell(), cell()], vec![cell(), vec![], cell()]],
                row_headers: false,
            }),
            Block::Signatures { signatures: vec![Signature { party: cell(), name: cell(), role: cell(), place: vec![], date: vec![] }] },
            Block::Heading(Heading { level: 2, anchor: None, number: Some(ArticleNumber { label: "Artikel".to_owned(), number: 5 }), content: cell() }),
        ];
        for level in 0..depth {
            let kind = [ListKind::Bullet, ListKind::Checklist, ListKind::Lettered, ListKind::Ordered][level % 4];
            body = vec![Block::List(List { kind, items: vec![Item { content: body }] })];
            body = vec![Block::Aside { kind: AsideKind::Attention, content: body }];
        }
        document.body = body;
        assert_fits(&document, width);
    }
}
