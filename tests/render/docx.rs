//! The docx renderer, read back.

mod pages;
pub mod reader;

use super::sample;
use proptest::prelude::*;
use reader::{Node, parts};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use wep::render::docx::render;
use wep::render::words;
use wep::tree::*;

fn document(tree: &Document) -> Node {
    parts(&render(tree)).remove("word/document.xml").expect("the body")
}

/// The paragraphs and tables of the body, without the table of contents.
fn blocks(document: &Node) -> Vec<&Node> {
    let body = document.child("w:body").expect("a body");
    body.children.iter().filter(|node| ["w:p", "w:tbl"].contains(&node.name.as_str())).collect()
}

fn of_style<'a>(document: &'a Node, style: &str) -> Vec<&'a Node> {
    let paragraphs = document.named("w:p").into_iter();
    paragraphs.filter(|paragraph| paragraph.val("w:pStyle") == style).collect()
}

fn tree(body: Vec<Block>) -> Document {
    Document { meta: Meta { title: "Titel".to_owned(), ..Meta::default() }, body }
}

fn article(level: u8, number: u32, anchor: &str) -> Block {
    Block::Heading(Heading {
        level,
        anchor: Some(anchor.to_owned()),
        number: Some(ArticleNumber { label: "Artikel".to_owned(), number }),
        content: vec![sample::text(anchor)],
    })
}

fn small_table() -> Block {
    Block::Table(Table {
        columns: vec![Column { align: Align::Left, width: 1 }, Column { align: Align::Right, width: 2 }],
        header: vec![vec![sample::text("a")], vec![sample::text("b")]],
        rows: vec![vec![vec![sample::text("c")], vec![]]],
        row_headers: false,
    })
}

/// What stands inside something else, and more than one page of it.
fn nested() -> Document {
    let list = |kind, inner: Vec<Block>| {
        let items =
            ["Een punt dat zo lang is dat het niet op een enkele regel past en dus op de volgende doorgaat.", "kort"];
        let item = |item| Item { content: [sample::paragraph(item)].into_iter().chain(inner.clone()).collect() };
        Block::List(List { kind, items: items.map(item).to_vec() })
    };
    let letters = || list(ListKind::Lettered, vec![list(ListKind::Bullet, Vec::new())]);
    let aside = |kind| {
        let content = vec![sample::paragraph("Een."), sample::paragraph("Twee."), list(ListKind::Bullet, Vec::new())];
        Block::Aside { kind, content }
    };
    let see = Inline::Reference { anchor: "artikel-11".to_owned(), number: 11 };
    let articles = (1..=12).flat_map(|number| {
        let content =
            vec![sample::paragraph("Partijen:"), letters(), letters(), sample::paragraph("En verder."), small_table()];
        let see = Block::Paragraph { content: vec![sample::text("Zie artikel "), see.clone(), sample::text(".")] };
        let clauses = vec![
            Clause { article: number, number: 1, content },
            Clause { article: number, number: 2, content: vec![see, aside(AsideKind::Attention)] },
        ];
        [article(2, number, &format!("artikel-{number}")), Block::Clauses { clauses }]
    });
    let asides = [AsideKind::Source, AsideKind::Addition, AsideKind::Attention].map(aside);
    let body: Vec<Block> = [article(1, 99, "los")]
        .into_iter()
        .chain(asides)
        .chain([small_table(), small_table()])
        .chain(articles)
        .collect();
    let mut document = tree(body);
    document.meta.contents = true;
    document.meta.title =
        "Een titel die zo lang is dat hij zeker niet op een enkele regel past, ook niet in de voettekst".to_owned();
    document
}

/// Set WEP_LOOK to a folder to get the files for a look in Word.
#[test]
fn every_part_is_well_formed_and_the_bytes_are_the_same_each_time() {
    let documents: Vec<Document> = [sample::everything(), nested()].into_iter().chain(sample::hostile()).collect();
    for (index, tree) in documents.iter().enumerate() {
        let bytes = render(tree);
        assert_eq!(bytes, render(tree));
        let parts = parts(&bytes);
        for expected in ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/styles.xml"] {
            assert!(parts.contains_key(expected), "{expected} is missing");
        }
        if let Ok(folder) = std::env::var("WEP_LOOK") {
            std::fs::write(format!("{folder}/{index}.docx"), bytes).expect("a folder to write in");
        }
    }
}

#[test]
fn hostile_text_comes_back_to_the_letter_in_every_place() {
    for (literal, tree) in sample::HOSTILE.iter().zip(sample::hostile()) {
        let parts = parts(&render(&tree));
        let body = &parts["word/document.xml"];
        for style in ["Title", "Subtitle", "Heading1", "ListBullet", "TOC1"] {
            let shown: Vec<String> = of_style(body, style).into_iter().map(Node::shown).collect();
            assert_eq!(shown, [*literal], "{style}");
        }
        let cells: Vec<String> = body.named("w:tc").into_iter().map(Node::shown).collect();
        assert_eq!(cells, [*literal, *literal]);
        let plain: Vec<String> = of_style(body, "").into_iter().map(Node::shown).collect();
        assert_eq!(plain, [literal.to_string(), literal.to_string(), gap_text(literal)]);
        assert!(parts["word/footer1.xml"].shown().starts_with(&format!("{literal} pagina ")));
        let core = &parts["docProps/core.xml"];
        for name in ["dc:title", "dc:creator"] {
            assert_eq!(core.child(name).expect(name).text, *literal);
        }
    }
}

#[test]
fn characters_that_xml_cannot_carry_are_left_out() {
    let body = document(&tree(vec![sample::paragraph("a\u{0}b\u{b}c\u{fffe}d\u{ffff}e\tf\ng")]));
    assert_eq!(of_style(&body, "")[0].shown(), "abcde f g");
}

#[test]
fn language_title_and_author_are_set_and_fields_are_not_updated_on_opening() {
    let parts = parts(&render(&sample::everything()));
    assert_eq!(parts["word/styles.xml"].val("w:lang"), "nl-NL");
    assert_eq!(parts["docProps/core.xml"].child("dc:language").expect("a language").text, "nl-NL");
    assert_eq!(parts["docProps/core.xml"].child("dc:title").expect("a title").text, "Voorbeelddocument");
    let settings = &parts["word/settings.xml"];
    assert!(settings.child("w:autoHyphenation").is_none(), "no name is cut");
    assert!(settings.child("w:updateFields").is_none());
}

#[test]
fn the_text_reads_in_the_order_of_the_tree() {
    let body = document(&sample::everything());
    let shown: Vec<String> = blocks(&body).into_iter().map(Node::shown).filter(|text| !text.is_empty()).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn articles_clauses_and_letters_are_counted_by_word() {
    let parts = parts(&render(&sample::everything()));
    let numbering = &parts["word/numbering.xml"];
    let levels: Vec<(&str, &str)> = numbering.named("w:abstractNum")[0]
        .named("w:lvl")
        .into_iter()
        .map(|level| (level.val("w:pStyle"), level.val("w:lvlText")))
        .collect();
    assert_eq!(levels, [("Artikel", "Artikel\u{a0}%1"), ("Lid", "%1.%2"), ("LidOpsomming", "%3.")]);
    for (level, style) in ["Artikel", "Lid", "LidOpsomming"].iter().enumerate() {
        let styles = parts["word/styles.xml"].named("w:style");
        let style = styles.into_iter().find(|found| found.attr("w:styleId") == *style).expect("the style");
        assert_eq!((style.val("w:numId"), style.val("w:ilvl")), ("1", level.to_string().as_str()));
        assert_eq!(of_style(&parts["word/document.xml"], style.attr("w:styleId")).len(), [2, 3, 2][level]);
    }
    assert_eq!(of_style(&parts["word/document.xml"], "Artikel")[0].shown(), "Begrippen");
}

#[test]
fn a_number_that_word_would_count_differently_is_written_out() {
    let clause = |article, number| Clause { article, number, content: vec![sample::paragraph("lid")] };
    let body = document(&tree(vec![
        article(1, 1, "een"),
        Block::Clauses { clauses: vec![clause(1, 1), clause(1, 3)] },
        article(1, 7, "zeven"),
        Block::Clauses { clauses: vec![clause(7, 1)] },
    ]));
    let shown: Vec<String> = blocks(&body).into_iter().map(Node::shown).collect();
    assert_eq!(shown, ["Titel", "een", "lid", "1.3 lid", "Artikel\u{a0}7 zeven", "7.1 lid"]);
    assert_eq!(blocks(&body)[3].val("w:numId"), "0", "out of Word's own numbering");
}

#[test]
fn what_leads_to_a_list_stays_with_it_in_a_clause_too() {
    let letter = Item { content: vec![sample::paragraph("een")] };
    let letters = Block::List(List { kind: ListKind::Lettered, items: vec![letter] });
    let clause = |number, content| Clause { article: 1, number, content };
    let clauses =
        vec![clause(1, vec![sample::paragraph("Partijen:"), letters]), clause(2, vec![sample::paragraph("Los.")])];
    let body = document(&tree(vec![article(1, 1, "een"), Block::Clauses { clauses }]));
    let kept: Vec<bool> = of_style(&body, "Lid").iter().map(|one| !one.named("w:keepNext").is_empty()).collect();
    assert_eq!(kept, [true, false]);
}

#[test]
fn an_article_of_another_level_keeps_its_level_and_its_number() {
    let body = document(&tree(vec![article(1, 1, "een"), article(2, 2, "twee")]));
    let second = &of_style(&body, "Heading2")[0];
    assert_eq!((second.val("w:numId"), second.val("w:ilvl")), ("1", "0"));
}

#[test]
fn ordered_lists_each_start_again() {
    let list = |kind| Block::List(List { kind, items: vec![Item { content: vec![sample::paragraph("punt")] }] });
    let kinds = [ListKind::Ordered, ListKind::Ordered, ListKind::Lettered];
    let parts = parts(&render(&tree(kinds.map(list).to_vec())));
    let used: BTreeSet<&str> = parts["word/document.xml"].named("w:numId").iter().map(|id| id.attr("w:val")).collect();
    assert_eq!(used.len(), 3, "each list has its own numbering");
    for id in used {
        let nums = parts["word/numbering.xml"].named("w:num");
        let num = nums.into_iter().find(|num| num.attr("w:numId") == id).expect("a defined number");
        assert_eq!(num.val("w:startOverride"), "1");
    }
}

#[test]
fn every_reference_is_a_field_that_points_at_a_bookmark() {
    let body = document(&sample::everything());
    let bookmarks: BTreeSet<&str> = body.named("w:bookmarkStart").iter().map(|mark| mark.attr("w:name")).collect();
    let fields: Vec<&str> = body.named("w:instrText").iter().map(|code| code.text.trim()).collect();
    let references: Vec<&&str> = fields.iter().filter(|code| code.starts_with("REF ")).collect();
    assert_eq!(references.len(), 1);
    assert!(references.iter().all(|code| bookmarks.contains(code.split(' ').nth(1).unwrap())));
    for link in body.named("w:hyperlink").into_iter().filter(|link| !link.attr("w:anchor").is_empty()) {
        assert!(bookmarks.contains(link.attr("w:anchor")));
    }
    assert_eq!(body.named("w:bookmarkStart").len(), body.named("w:bookmarkEnd").len());
}

/// What fields show, with their switches.
fn references(body: &Node) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for node in of_style(body, "").into_iter().flat_map(Node::all) {
        match node.name.as_str() {
            "w:fldChar" => open = node.attr("w:fldCharType") != "end",
            "w:instrText" => found.push((node.text.trim().split_once(" \\n ").unwrap().1.to_owned(), String::new())),
            "w:t" if open => found.last_mut().expect("a field").1.push_str(&node.text),
            _ => {}
        }
    }
    found
}

#[test]
fn the_word_before_a_number_is_part_of_the_field_that_counts() {
    let see = || Inline::Reference { anchor: "een".to_owned(), number: 1 };
    let sentence = ["Zie artikel ", " en Artikel\u{a0}", ", de artikelen ", ", deelartikel ", " of ARTIKEL "];
    let content: Vec<Inline> = sentence.iter().flat_map(|words| [sample::text(words), see()]).collect();
    let body = document(&tree(vec![article(1, 1, "een"), Block::Paragraph { content }]));
    let shown = "Zie artikel 1 en Artikel\u{a0}1, de artikelen 1, deelartikel 1 of ARTIKEL 1";
    assert_eq!(of_style(&body, "")[0].shown(), shown);
    let expected = [
        ("\\h \\* Lower", "artikel 1"),
        ("\\h", "Artikel\u{a0}1"),
        ("\\h \\t", "1"),
        ("\\h \\t", "1"),
        ("\\h \\t", "1"),
    ];
    assert_eq!(references(&body), expected.map(|(code, shown)| (code.to_owned(), shown.to_owned())));
}

#[test]
fn a_reference_to_nowhere_is_just_a_number() {
    let nowhere = Inline::Reference { anchor: "weg".to_owned(), number: 4 };
    let body = document(&tree(vec![Block::Paragraph { content: vec![nowhere] }]));
    assert_eq!(of_style(&body, "")[0].shown(), "4");
    assert!(body.named("w:fldChar").is_empty());
}

#[test]
fn the_table_of_contents_is_a_field_with_its_lines_filled_in() {
    let with = document(&sample::everything());
    let content = &with.named("w:sdt")[0];
    let code = content.named("w:instrText")[0].text.trim();
    assert_eq!(code, "TOC \\o \"1-2\" \\h \\z \\u");
    let kinds: Vec<&str> = content.named("w:fldChar").iter().map(|mark| mark.attr("w:fldCharType")).collect();
    assert_eq!(kinds, ["begin", "separate", "end"]);
    let lines: Vec<String> = content.named("w:p").into_iter().map(Node::shown).collect();
    let expected =
        ["Inhoud", "Inleiding", "Artikel\u{a0}1 Begrippen", "Artikel\u{a0}2 Doel", "Werkblad", "Ondertekening"];
    assert_eq!(lines, expected);
    let without = document(&tree(vec![sample::paragraph("tekst")]));
    assert!(without.named("w:sdt").is_empty());
}

#[test]
fn tables_repeat_their_header_and_keep_their_rows_whole() {
    let body = document(&sample::everything());
    let table = blocks(&body).into_iter().find(|block| block.val("w:tblStyle") == "Tabel").expect("a table");
    let rows = table.named("w:tr");
    let headers: Vec<bool> = rows.iter().map(|row| !row.named("w:tblHeader").is_empty()).collect();
    assert_eq!(headers, [true, false, false]);
    assert!(rows.iter().all(|row| !row.named("w:cantSplit").is_empty() && row.named("w:tc").len() == 3));
    assert_eq!(table.named("w:tblLook")[0].attr("w:firstColumn"), "1");
    let widths: Vec<u32> =
        table.named("w:gridCol").iter().filter_map(|column| column.attr("w:w").parse().ok()).collect();
    assert_eq!((widths.iter().sum::<u32>(), widths[1] / widths[0]), (9072, 3));
}

#[test]
fn every_table_says_what_it_is_and_how_it_is_built() {
    let heading = Heading { level: 1, anchor: None, number: None, content: vec![sample::text("Kosten")] };
    let table = |header: [&str; 2], row_headers| {
        let cells = |words: [&str; 2]| words.map(|word| vec![sample::text(word)]).to_vec();
        let header = if header == ["", ""] { vec![Vec::new(); 2] } else { cells(header) };
        let columns = vec![Column { align: Align::Left, width: 1 }; 2];
        Block::Table(Table { columns, header, rows: vec![cells(["a", "b"])], row_headers })
    };
    let form = Block::Form { fields: vec![Field { label: "Naam".to_owned(), input: FieldInput::Lines(1) }] };
    let body = document(&tree(vec![
        table(["Post", "Bedrag"], false),
        Block::Heading(heading),
        table(["", ""], true),
        table(["", ""], false),
        form,
        Block::WritingSpace { lines: 2 },
    ]));
    let tables = body.named("w:tbl");
    let told: Vec<_> = tables.iter().map(|one| (one.val("w:tblCaption"), one.val("w:tblDescription"))).collect();
    let expected = [
        ("Titel", "Tabel met de kolommen: Post, Bedrag."),
        ("Kosten", words::ROW_HEADS),
        ("Kosten", ""),
        ("Kosten", words::FORM),
        ("Kosten", words::WRITING_SPACE),
    ];
    assert_eq!(told, expected);
    let everything = document(&sample::everything());
    assert!(everything.named("w:tbl").iter().all(|one| !one.val("w:tblCaption").is_empty()));
}

#[test]
fn a_column_is_wide_enough_for_the_words_at_its_head() {
    let table = |first: &str| {
        let cells = |words: [&str; 2]| words.map(|word| vec![sample::text(word)]).to_vec();
        let columns = [1, 9].map(|width| Column { align: Align::Left, width }).to_vec();
        let rows = vec![cells([first, "Elke dinsdag"])];
        Block::Table(Table { columns, header: cells(["", ""]), rows, row_headers: true })
    };
    let widths = |first: &str, layout| {
        let mut tree = tree(vec![table(first)]);
        tree.meta.layout = layout;
        let columns = document(&tree);
        let columns = columns.named("w:gridCol").into_iter().map(|column| column.attr("w:w").parse().unwrap());
        <[u32; 2]>::try_from(columns.collect::<Vec<u32>>()).unwrap()
    };
    assert_eq!(widths("Wie", Layout::Report), [907, 8165], "enough as it is");
    let [first, second] = widths("Wanneer precies", Layout::Report);
    let needed = wep::drawing::text_width("Wanneer", 10.0, true) as u32 * 20 + 216;
    assert!(first >= needed && first < needed * 5 / 4 && first + second == 9072, "{first} {second}");
    assert!(widths("Wanneer", Layout::Poster(Paper::A4))[0] > first, "as large as the type");
    assert_eq!(widths(&"Wanneer".repeat(30), Layout::Report), [907, 8165], "no room for it at all");
}

#[test]
fn only_styles_that_a_writer_may_want_stand_in_the_gallery() {
    let styles = parts(&render(&sample::everything())).remove("word/styles.xml").expect("the styles");
    assert_eq!(styles.children[1].name, "w:latentStyles", "between the defaults and the styles");
    assert_eq!(styles.children[1].attr("w:defSemiHidden"), "1");
    let shown: Vec<&str> = styles.named("w:lsdException").iter().map(|one| one.attr("w:name")).collect();
    assert_eq!(shown, ["Strong", "Emphasis"]);
}

#[test]
fn no_paragraph_of_the_body_is_empty_but_the_hairlines_that_tables_need() {
    let body = document(&sample::everything());
    for paragraph in blocks(&body).into_iter().filter(|block| block.name == "w:p") {
        assert!(!paragraph.shown().is_empty() || paragraph.val("w:pStyle") == "Tabelscheiding", "{paragraph:?}");
    }
    let between = document(&tree(vec![small_table(), small_table(), sample::paragraph("tekst"), small_table()]));
    let names: Vec<&str> = blocks(&between).iter().map(|block| block.name.as_str()).collect();
    assert_eq!(names, ["w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:tbl", "w:p"]);
}

#[test]
fn a_page_break_goes_with_what_follows_it() {
    let body = document(&tree(vec![
        sample::paragraph("voor"),
        Block::PageBreak,
        sample::paragraph("na"),
        Block::PageBreak,
        small_table(),
        Block::PageBreak,
    ]));
    let breaks: Vec<bool> = blocks(&body).iter().map(|block| !block.named("w:pageBreakBefore").is_empty()).collect();
    assert_eq!(breaks, [false, false, true, true, false, true]);
}

#[test]
fn only_a_draft_says_so() {
    let draft = parts(&render(&sample::everything()));
    assert_eq!(draft["word/header1.xml"].shown(), DRAFT);
    assert_eq!(draft["word/header1.xml"].named("v:textpath").last().expect("a watermark").attr("string"), DRAFT);
    let shape = draft["word/header1.xml"].named("v:shape")[0];
    assert_eq!(shape.attr("alt"), "Watermerk: CONCEPT");
    assert!(shape.attr("id").starts_with("PowerPlusWaterMarkObject"), "so that Word can take it away");
    assert_eq!(draft["word/document.xml"].named("w:headerReference").len(), 1);
    let final_version = parts(&render(&tree(Vec::new())));
    assert!(!final_version.contains_key("word/header1.xml"));
    assert!(final_version["word/document.xml"].named("w:headerReference").is_empty());
}

#[test]
fn links_go_only_where_a_document_may_point() {
    let link = |url: &str| {
        let content = vec![sample::text("tekst")];
        Block::Paragraph { content: vec![Inline::Link { url: url.to_owned(), content }] }
    };
    let urls = ["https://a.example/x y?a=1&b=2%", "javascript:alert(1)", "mailto:info@a.example", "file:///etc"];
    let parts = parts(&render(&tree(urls.map(link).to_vec())));
    let targets: Vec<&str> = parts["word/_rels/document.xml.rels"]
        .children
        .iter()
        .filter(|relation| relation.attr("TargetMode") == "External")
        .map(|relation| relation.attr("Target"))
        .collect();
    assert_eq!(targets, ["https://a.example/x%20y?a=1&b=2%25", "mailto:info@a.example"]);
    assert_eq!(parts["word/document.xml"].named("w:hyperlink").len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_file_and_comes_back(literal in "\\PC{1,40}", url in ".{0,40}", label in "\\PC{1,9}") {
        let mut tree = tree(vec![
            Block::Heading(Heading {
                level: 1,
                anchor: Some(literal.clone()),
                number: Some(ArticleNumber { label, number: 1 }),
                content: vec![sample::text(&literal)],
            }),
            Block::Paragraph { content: vec![
                Inline::Reference { anchor: literal.clone(), number: 1 },
                Inline::Link { url: format!("https:{url}"), content: vec![sample::text(&literal)] },
            ] },
        ]);
        tree.meta.contents = true;
        let body = document(&tree);
        prop_assert_eq!(of_style(&body, "Artikel")[0].shown(), literal.clone());
        prop_assert_eq!(of_style(&body, "")[0].shown(), format!("1{literal}"));
    }
}

#[test]
fn many_different_links_take_time_in_proportion() {
    let time = |count: usize| {
        let link = |index: usize| Inline::Link {
            url: format!("https://www.organisatie-met-een-lange-naam-{index}.example"),
            content: vec![sample::text("site")],
        };
        let tree = tree((0..count).map(|index| Block::Paragraph { content: vec![link(index)] }).collect());
        let start = Instant::now();
        assert!(!render(&tree).is_empty());
        start.elapsed()
    };
    let (small, large) = (time(3_000), time(12_000));
    // Four times as many, with room for a busy machine; a square would take sixteen.
    assert!(large < small * 10 + Duration::from_millis(300), "{small:?}, then {large:?}");
}
