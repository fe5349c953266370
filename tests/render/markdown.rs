//! The markdown renderer, read back.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use wep::render::markdown;
use wep::tree::*;

use super::{folded, sample};

/// Readers differ in what they take for markup: one without extensions, one with tables, and one with all it has but
/// "smart" punctuation, which changes quotation marks on purpose.
fn readers() -> [Options; 3] {
    [Options::empty(), Options::ENABLE_TABLES, Options::all() - Options::ENABLE_SMART_PUNCTUATION]
}

/// The texts of the blocks of a document, in order, with the name of the block before each.
fn read(source: &str, options: Options) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for event in Parser::new_ext(source, options) {
        match event {
            Event::Start(tag) => match tag {
                Tag::Paragraph | Tag::Item | Tag::TableCell | Tag::Heading { .. } => {
                    let block = match tag {
                        Tag::Heading { level, .. } => level.to_string(),
                        Tag::Item => "li".to_owned(),
                        Tag::TableCell => "td".to_owned(),
                        _ => "p".to_owned(),
                    };
                    found.push((block, String::new()));
                }
                Tag::List(_) | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::BlockQuote(None) => {}
                Tag::Strong | Tag::Emphasis | Tag::Link { .. } => {}
                tag => panic!("not ours: {tag:?} in {source}"),
            },
            Event::Text(text) => match found.last_mut() {
                Some((_, read)) => read.push_str(&text),
                None => panic!("text outside a block in {source}"),
            },
            Event::HardBreak => found.last_mut().unwrap().1.push(' '),
            Event::InlineHtml(html) if &*html == "<br>" => found.last_mut().unwrap().1.push(' '),
            Event::SoftBreak if !options.contains(Options::ENABLE_TABLES) => found.last_mut().unwrap().1.push(' '),
            Event::End(TagEnd::Item) | Event::End(_) | Event::Rule | Event::TaskListMarker(false) => {}
            event => panic!("not ours: {event:?} in {source}"),
        }
    }
    found
}

fn all_places(literal: &str) -> Document {
    let mut document = sample::hostile().remove(0);
    document.meta.title = literal.to_owned();
    document.meta.subtitle = literal.to_owned();
    document.meta.draft = false;
    let text = || vec![sample::text(literal)];
    document.body = vec![
        Block::Heading(Heading { level: 1, anchor: None, number: None, content: text() }),
        Block::Paragraph { content: text() },
        Block::Aside { kind: AsideKind::Attention, content: vec![sample::paragraph(literal)] },
        Block::Paragraph {
            content: vec![
                sample::text("eerst"),
                Inline::Break,
                sample::text(literal),
                Inline::Break,
                sample::text("laatst"),
            ],
        },
        list(ListKind::Bullet, literal),
        list(ListKind::Ordered, literal),
        list(ListKind::Lettered, literal),
        Block::Clauses { clauses: vec![Clause { article: 3, number: 4, content: vec![sample::paragraph(literal)] }] },
        sample::two_columns(literal),
    ];
    document
}

fn list(kind: ListKind, literal: &str) -> Block {
    Block::List(List { kind, items: vec![Item { content: vec![sample::paragraph(literal)] }] })
}

fn blocks(found: Vec<(String, String)>) -> Vec<(String, String)> {
    found.into_iter().map(|(block, text)| (block, folded(&text))).filter(|(_, text)| !text.is_empty()).collect()
}

fn expected(literal: &str) -> Vec<(String, String)> {
    let mut expected = vec![
        ("h1", literal.to_owned()),
        ("p", literal.to_owned()),
        ("h2", literal.to_owned()),
        ("p", literal.to_owned()),
        ("p", literal.to_owned()),
        ("p", format!("eerst {literal} laatst")),
        ("li", literal.to_owned()),
        ("li", literal.to_owned()),
        ("li", format!("a. {literal}")),
        ("p", format!("3.4 {literal}")),
    ];
    expected.extend((0..4).map(|_| ("td", literal.to_owned())));
    blocks(expected.into_iter().map(|(block, text)| (block.to_owned(), text)).collect())
}

fn assert_comes_back(literal: &str) {
    let source = markdown::render(&all_places(literal));
    for options in readers() {
        if options.contains(Options::ENABLE_TABLES) {
            assert_eq!(blocks(read(&source, options)), expected(literal), "{source}");
        } else {
            // Without tables theirs are paragraphs; all that comes before must be the same.
            let wanted = expected(literal);
            let wanted = &wanted[..wanted.iter().position(|(block, _)| block == "td").unwrap_or(wanted.len())];
            assert_eq!(blocks(read(&source, options))[..wanted.len()], *wanted, "{source}");
        }
    }
}

#[test]
fn a_text_is_never_markup() {
    sample::HOSTILE.iter().for_each(|literal| assert_comes_back(literal));
}

#[test]
fn what_would_be_markup_somewhere_is_not() {
    let more = [
        "---",
        "===",
        "***",
        "+++",
        "- x",
        "+ x",
        "1) x",
        "12345. x",
        "> x",
        "# x #",
        "x #",
        "x {#id .k}",
        "{#id}",
        ": definitie",
        ":::",
        ":smile: :100:",
        "[ ] taak",
        "[x] taak",
        "[^1]: noot",
        "[a]: https://x.nl",
        "[!NOTE]",
        "www.voorbeeld.nl en a@b.nl",
        "mailto:a@b.nl",
        "HTTPS://x.nl",
        "<https://x.nl>",
        "&amp",
        "&#x41;",
        "a && b",
        "||",
        "\\|",
        "\\\\|",
        "a\\",
        "`a` ``",
        "~~~",
        "```",
        "$$x$$",
        "a*b*c_d_e",
        "*",
        "_",
        "!",
        "![",
        "<!--",
        "]]>",
        "\u{a0}# x",
        "\u{a0}- x",
        "\u{3000}x\u{3000}",
        "\u{feff}- x",
        "    code",
        "\tcode",
        "a  b",
        "[[wiki]]",
        "==m== ++i++ ^s^ ,,o,, ||spoiler||",
        "| --- |",
        ":--",
        "--|--",
        "e\u{301}*e\u{301}*",
        "%% x",
        "\\begin{x}",
        "5.2 lid",
        "2026. jaar",
        "- [ ] x",
        "a.\u{2028}b",
        "\\",
        "\\\\",
        "{{x}}",
        "<br>",
        "\"a\" 'b' -- ...",
    ];
    more.iter().for_each(|literal| assert_comes_back(literal));
}

#[test]
fn lists_in_lists_that_begin_with_nothing_are_no_rule() {
    let within = |content: Vec<Block>| Block::List(List { kind: ListKind::Bullet, items: vec![Item { content }] });
    let mut document = sample::hostile().remove(0);
    document.body = vec![within(vec![within(vec![within(Vec::new()), sample::paragraph("daarna")])])];
    let source = markdown::render(&document);
    assert_eq!(read(&source, Options::empty()).last(), Some(&("p".to_owned(), "daarna".to_owned())), "{source}");
}

#[test]
fn controls_are_dropped_and_line_ends_are_spaces() {
    assert_comes_back("a\u{0}b\u{1b}[31m\r\n# c\n\n- d\t\u{7}e");
}

/// Inline content of every shape, side by side without a space.
fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let literal = prop_oneof![any::<String>(), "[ a-c*_.!\\[\\]()|`~1\u{e9}]{0,4}"];
    let leaf = prop_oneof![
        3 => literal.prop_map(|text| Inline::Text { text }),
        1 => "[a-z*_ !]{0,3}".prop_map(|text| Inline::Gap { text }),
        1 => Just(Inline::Break),
        1 => Just(Inline::Reference { anchor: "a".to_owned(), number: 7 }),
    ];
    let tree = leaf.prop_recursive(3, 12, 4, |inner| {
        let content = prop::collection::vec(inner, 0..4);
        prop_oneof![
            content.clone().prop_map(|content| Inline::Strong { content }),
            content.clone().prop_map(|content| Inline::Emphasis { content }),
            (content, "[a-z0-9()&*_$<>\\[\\] \"\\\\~!;é]{0,8}")
                .prop_map(|(content, path)| Inline::Link { url: format!("https://x.nl/{path}"), content }),
        ]
    });
    prop::collection::vec(tree, 0..6)
}

proptest! {
    #[test]
    fn any_text_comes_back(literal in prop_oneof![any::<String>(), "[ -~]{0,24}", "[-#=+>*_.:1 |\\\\a]{0,8}"]) {
        assert_comes_back(&literal);
    }

    #[test]
    fn any_inline_content_comes_back(content in inlines()) {
        let text = folded(&plain_text(&content));
        let table = Table {
            columns: vec![Column { align: Align::Left, width: 1 }],
            header: vec![content.clone()],
            rows: vec![],
            row_headers: false,
        };
        let heading = Heading { level: 2, anchor: None, number: None, content: content.clone() };
        let body = vec![Block::Paragraph { content }, Block::Heading(heading), Block::Table(table)];
        let source = markdown::render(&Document { meta: Meta::default(), body });
        let expected = ["p", "h3", "td"].map(|block| (block.to_owned(), text.clone()));
        for options in &readers()[1..] {
            prop_assert_eq!(blocks(read(&source, *options)), blocks(expected.to_vec()), "{}", source);
        }
    }
}

fn marked(content: Vec<Inline>) -> String {
    let body = vec![Block::Paragraph { content }];
    let source = markdown::render(&Document { meta: Meta::default(), body });
    source.trim_start_matches("#\n").trim().to_owned()
}

fn strong(literal: &str) -> Inline {
    Inline::Strong { content: vec![sample::text(literal)] }
}

#[test]
fn emphasis_stands_where_every_reader_sees_it() {
    assert_eq!(marked(vec![sample::text("een "), strong(" vet "), sample::text("woord")]), "een **vet** woord");
    assert_eq!(marked(vec![sample::text("half"), strong("vet")]), "half**vet**");
    assert_eq!(marked(vec![strong("a"), Inline::Emphasis { content: vec![sample::text("b")] }]), "**a**b");
    assert_eq!(marked(vec![sample::text("a"), strong("(b)"), sample::text("c")]), "a(b)c");
    assert_eq!(marked(vec![Inline::Gap { text: "naam".to_owned() }]), "**\\[nog invullen: naam\\]**");
    assert_eq!(marked(vec![Inline::Break, sample::text("a"), Inline::Break, Inline::Break]), "a");
}

#[test]
fn links_go_where_they_went() {
    for url in ["https://x.nl/a_(b)?c=d&e=f;g$h$i~j!*k*", "mailto:a_b@c.nl", "tel:+31101234567"] {
        let source = marked(vec![Inline::Link { url: url.to_owned(), content: vec![sample::text("hier")] }]);
        let target = Parser::new_ext(&source, Options::all()).find_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        });
        assert_eq!(target.as_deref(), Some(url), "{source}");
    }
    let script = Inline::Link { url: "javascript:alert(1)".to_owned(), content: vec![sample::text("hier")] };
    assert_eq!(marked(vec![script]), "hier");
}

#[test]
fn lists_in_a_row_stay_apart() {
    let body = vec![
        list(ListKind::Ordered, "a"),
        Block::PageBreak,
        list(ListKind::Ordered, "b"),
        list(ListKind::Bullet, "c"),
        list(ListKind::Checklist, "d"),
        list(ListKind::Lettered, "e"),
    ];
    let source = markdown::render(&Document { meta: Meta::default(), body });
    let lists = Parser::new_ext(&source, Options::all()).filter(|event| matches!(event, Event::Start(Tag::List(_))));
    assert_eq!(lists.count(), 5, "{source}");
}

#[test]
fn a_list_holds_every_block() {
    let everything = sample::everything().body;
    let items = vec![Item { content: everything.clone() }, Item { content: vec![] }, Item { content: everything }];
    let body = vec![Block::List(List { kind: ListKind::Ordered, items }), sample::paragraph("erna")];
    let source = markdown::render(&Document { meta: Meta::default(), body });
    let events: Vec<Event<'_>> = Parser::new_ext(&source, Options::ENABLE_TABLES).collect();
    let count = |wanted: fn(&Event<'_>) -> bool| events.iter().filter(|event| wanted(event)).count();
    assert_eq!(count(|event| matches!(event, Event::Start(Tag::Table(_)))), 2);
    assert_eq!(count(|event| matches!(event, Event::Rule)), 8);
    assert_eq!(count(|event| matches!(event, Event::Start(Tag::BlockQuote(_)))), 6);
    assert_eq!(count(|event| matches!(event, Event::Start(Tag::CodeBlock(_)))), 0);
    assert!(matches!(events[events.len() - 3], Event::Start(Tag::Paragraph)), "{source}");
}

#[test]
fn the_sample_is_the_same_every_time_and_has_clean_lines() {
    let source = markdown::render(&sample::everything());
    assert_eq!(source, markdown::render(&sample::everything()));
    assert!(source.ends_with('\n') && !source.ends_with("\n\n"));
    assert!(source.lines().all(|line| line == line.trim_end()));
    insta::assert_snapshot!("markdown", source);
}
