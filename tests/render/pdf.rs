//! The pdf renderer, read back.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use wep::render::pdf::{Pdf, PdfError, render, render_with_help};
use wep::render::words;
use wep::tree::*;

use super::pdf_text::{Read, read};
use super::sample;

static EVERYTHING: LazyLock<Pdf> = LazyLock::new(|| rendered("alles", &sample::everything()));

/// Renders, and keeps the file to look at when `WEP_LOOK` names a folder.
fn rendered(name: &str, document: &Document) -> Pdf {
    let pdf = render(document).unwrap_or_else(|error| panic!("{name}: {error}"));
    if let Some(folder) = std::env::var_os("WEP_LOOK") {
        fs::write(PathBuf::from(folder).join(name).with_extension("pdf"), &pdf.bytes).unwrap();
    }
    pdf
}

fn everything() -> Read {
    read(&EVERYTHING.bytes)
}

fn document(body: Vec<Block>) -> Document {
    Document { meta: Meta { title: "Proef".to_owned(), ..Meta::default() }, body }
}

/// The text in between comes back to the letter, each piece after the one before.
fn assert_in_order(text: &str, pieces: &[&str]) {
    let mut rest = text;
    for piece in pieces {
        let (_, after) = rest.split_once(piece).unwrap_or_else(|| panic!("no ‘{piece}’ in ‘{rest}’"));
        rest = after;
    }
}

#[test]
fn a_screen_reader_meets_everything_in_order() {
    let pieces = [
        "CONCEPT Voorbeelddocument Gemeente Veldrijk Inhoud Inleiding 1 Artikel 1 Begrippen 1 Artikel 2 Doel ",
        "Inleiding Gewone tekst, vette tekst, schuine tekst, een koppeling, een gat: [nog invullen: \
         KvK-nummer] en na een regeleinde artikel 1.",
        "• eerste punt • tweede punt 1. eerste stap 2. tweede stap ☐ een vakje om aan te kruisen",
        "• buitenste – binnenste Tijd Onderdeel Bedrag 15.00 Welkom € 1.234,56 15.15 Inleiding door de coördinator",
        "Bron: handboek, paragraaf 3.3 Dit is een toevoeging uit 2018. Let hierop.",
        "Artikel 1 Begrippen 1.1 Het eerste lid. 1.2 Het tweede lid somt op: a. een; b. twee.",
        "Artikel 2 Doel 2.1 Nog een lid. Werkblad Ondertekening",
        "Stichting Welzijn Veldrijk Naam A. de Boer Functie directeur Plaats Datum Handtekening",
        "Gemeente Veldrijk Naam [nog invullen: naam] Functie wethouder Plaats Veldrijk Datum 11 januari 2027 Handtekening",
    ];
    assert_in_order(&everything().text(), &pieces);
}

#[test]
fn the_structure_is_tagged() {
    let read = everything();
    assert_eq!(read.tagged("Title"), ["Voorbeelddocument"]);
    assert_eq!(read.tagged("H1"), ["Inhoud", "Inleiding", "Werkblad", "Ondertekening"]);
    assert_eq!(read.tagged("H2"), ["Artikel 1 Begrippen", "Artikel 2 Doel"]);
    assert_eq!(read.tagged("TH"), ["Tijd", "Onderdeel", "Bedrag", "15.00", "15.15"]);
    assert_eq!(read.tagged("Lbl"), ["•", "•", "1.", "2.", "☐", "•", "–", "1.1", "1.2", "a.", "b.", "2.1"]);
    assert_eq!((read.title.as_str(), read.author.as_str()), ("Voorbeelddocument", "Stichting Welzijn Veldrijk"));
    assert_eq!(read.language, LANGUAGE);
}

#[test]
fn every_page_says_what_it_is() {
    let read = everything();
    let count = read.artifacts.len();
    assert!(count > 1);
    for (at, artifacts) in read.artifacts.iter().enumerate() {
        let number = format!("{} {} {} {count}", words::PAGE, at + 1, words::OF);
        assert_in_order(artifacts, &[DRAFT, "Voorbeelddocument", &number]);
    }
    let mut final_one = sample::everything();
    final_one.meta.draft = false;
    let read = self::read(&rendered("definitief", &final_one).bytes);
    assert!(!read.text().contains(DRAFT) && read.artifacts.iter().all(|page| !page.contains(DRAFT)));
}

#[test]
fn hostile_texts_come_back_to_the_letter() {
    let body = sample::hostile().into_iter().flat_map(|document| document.body).collect();
    let meta = Meta {
        title: sample::HOSTILE.join(" "),
        subtitle: sample::HOSTILE.join(" "),
        author: sample::HOSTILE.join(" "),
        draft: true,
        contents: true,
        ..Meta::default()
    };
    let pdf = rendered("vijandig", &Document { meta, body });
    assert!(pdf.missing_glyphs.is_empty(), "{:?}", pdf.missing_glyphs);
    let read = read(&pdf.bytes);
    assert_eq!(read.title, sample::HOSTILE.join(" "));
    assert_eq!(read.author, sample::HOSTILE.join(" "));
    for (literal, heading) in sample::HOSTILE.iter().zip(read.tagged("H1").iter().skip(1)) {
        assert_eq!(logical(heading), logical(literal));
    }
    let parts: Vec<String> = read.parts.iter().map(|part| logical(&part.text)).collect();
    for literal in sample::HOSTILE {
        let times = parts.iter().filter(|part| part.contains(&logical(literal))).count();
        // Contents, heading, paragraph, item, two cells, strong, gap.
        assert!(times >= 8, "‘{literal}’ comes back {times} times");
    }
}

/// Right-to-left words are painted from left to right, letter by letter: here in one fixed order, spaces left out.
fn logical(text: &str) -> String {
    let is_rtl = |c: char| matches!(c, '\u{590}'..='\u{6FF}');
    let mut ordered = String::new();
    let mut run: Vec<char> = Vec::new();
    for character in text.chars().filter(|c| !c.is_whitespace()).chain(['\n']) {
        if is_rtl(character) {
            run.push(character);
        } else {
            run.sort_unstable();
            ordered.extend(run.drain(..));
            ordered.push(character);
        }
    }
    ordered.trim_end().to_owned()
}

#[test]
fn characters_without_a_glyph_are_shown_as_a_box_and_reported() {
    let hangul_filler = '\u{3164}';
    let text = format!(
        "Wijk 漢字 a\u{5b0} e\u{301} \u{0}{hangul_filler}\u{e000}漢 👩‍👩‍👧 🇳🇱 1️⃣ ❤️ 👍🏽 ☐ ✓ ⇒ x\u{ad}y\u{200b}z\u{2011}w"
    );
    let mut document = document(vec![sample::paragraph(&text)]);
    document.meta.title = "漢".to_owned();
    let pdf = rendered("tekens", &document);
    assert!(pdf.missing_glyphs.is_sorted());
    for character in ['漢', '字', '\u{e000}'] {
        assert!(pdf.missing_glyphs.contains(&character), "{:?}", pdf.missing_glyphs);
    }
    assert!(!pdf.missing_glyphs.contains(&'\u{0}'));
    let read = read(&pdf.bytes);
    assert_eq!(read.title, "漢");
    assert_in_order(&read.text(), &["□ Wijk □□ ", "e\u{301}", "□", "□", "👩‍👩‍👧 🇳🇱 1️⃣", "☐ ✓ ⇒ xyz-w"]);
}

#[test]
fn long_words_and_long_rows_stay_on_the_page() {
    let name = "NaamZonderEinde".repeat(20);
    let mut document = sample::everything();
    document.meta.title = name.clone();
    document.meta.subtitle = name.clone();
    document.body = vec![sample::paragraph(&name)];
    let cell = |literal: &str| vec![sample::text(literal)];
    document.body.push(Block::Table(Table {
        columns: vec![Column { align: Align::Left, width: 1 }, Column { align: Align::Left, width: 0 }],
        header: vec![cell("Adres")],
        rows: vec![
            vec![cell(&name), cell("voornaam.achternaam@gemeente-veldrijk.nl")],
            vec![cell(&"Lange cel. ".repeat(1500)), cell("kort"), cell("te veel")],
        ],
        row_headers: false,
    }));
    let signature = Signature { party: cell(&name), name: cell(&name), role: cell(&name), place: vec![], date: vec![] };
    document.body.push(Block::Signatures { signatures: vec![signature; 3] });
    let pdf = rendered("lang", &document);
    let read = read(&pdf.bytes);
    assert!(read.artifacts.len() > 3, "the long cell goes on over pages");
    assert_eq!(read.text().matches("Lange cel.").count(), 1500);
    assert_eq!(read.text().matches(&name).count(), 13);
    assert!(read.text().contains("te veel"));
}

#[test]
fn what_pdf_ua_refuses_is_put_right() {
    let heading = |level, anchor: &str, content| {
        Block::Heading(Heading { level, anchor: Some(anchor.to_owned()), number: None, content })
    };
    let link = |url: &str| Inline::Link { url: url.to_owned(), content: vec![sample::text("hier")] };
    let mut odd = document(vec![
        heading(3, "dubbel", vec![sample::text("Begint te diep "), link("https://voorbeeld.example")]),
        heading(9, "dubbel", vec![sample::text("Veel te diep")]),
        heading(1, "", vec![]),
        Block::Paragraph {
            content: vec![
                Inline::Reference { anchor: "nergens".to_owned(), number: 7 },
                Inline::Reference { anchor: "dubbel".to_owned(), number: 8 },
                link("javascript:alert(1)"),
                link(""),
                Inline::Link { url: "https://leeg.example".to_owned(), content: vec![] },
            ],
        },
        Block::Paragraph { content: vec![] },
        Block::List(List { kind: ListKind::Lettered, items: vec![] }),
        Block::Table(Table { columns: vec![], header: vec![], rows: vec![], row_headers: true }),
        Block::Clauses { clauses: vec![] },
        Block::Aside { kind: AsideKind::Addition, content: vec![] },
        Block::Signatures { signatures: vec![] },
        Block::WritingSpace { lines: 255 },
    ]);
    odd.meta = Meta { contents: true, ..Meta::default() };
    let pdf = rendered("vreemd", &odd);
    let read = read(&pdf.bytes);
    assert_eq!(read.tagged("H1"), [words::CONTENTS, "Begint te diep hier"]);
    assert_eq!(read.tagged("H2"), ["Veel te diep"]);
    assert!(read.text().ends_with("78hierhier"), "{}", read.text());
    assert!(!String::from_utf8_lossy(&pdf.bytes).contains("javascript"));
    rendered("leeg", &Document { meta: Meta::default(), body: vec![] });
}

/// The addresses that the links of a PDF open, in no order that counts.
fn addresses(pdf: &[u8]) -> Vec<String> {
    let pdf = pdf_extract::Document::load_mem(pdf).unwrap();
    let of = |object: &pdf_extract::Object| {
        let action = object.as_dict().ok()?.get(b"A").ok()?;
        let action = pdf.dereference(action).ok()?.1.as_dict().ok()?;
        Some(String::from_utf8_lossy(action.get(b"URI").ok()?.as_str().ok()?).into_owned())
    };
    pdf.objects.values().filter_map(of).collect()
}

#[test]
fn a_link_opens_whatever_the_capitals_of_its_scheme_as_in_the_other_formats() {
    let link = |url: &str| {
        let content = vec![sample::text("hier")];
        Block::Paragraph { content: vec![Inline::Link { url: url.to_owned(), content }] }
    };
    let long = format!("https://lang.example/{}", "x".repeat(2000));
    let urls = ["https://klein.example/", "HTTPS://groot.example/", "javascript:alert(1)", "file:///etc", &long];
    let mut found = addresses(&rendered("koppelingen", &document(urls.map(link).to_vec())).bytes);
    found.sort();
    assert_eq!(found, ["HTTPS://groot.example/", "https://klein.example/"]);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(render(&sample::everything()).unwrap(), *EVERYTHING);
}

/// Long enough for a processor that has nothing to do to set the second half ahead.
#[test]
fn two_processors_make_the_same_file_as_one() {
    let sample = sample::everything();
    let body = sample.body.iter().cycle().take(12 * sample.body.len()).cloned().collect();
    let long = Document { body, ..sample };
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(16 << 20).build().unwrap();
        pool.install(|| render_with_help(&long).unwrap())
    };
    let one = rendered("lang", &long);
    assert!(read(&one.bytes).artifacts.len() > 10);
    assert!(with(1) == one && with(2) == one);
}

#[test]
fn the_file_claims_to_be_for_everyone_and_for_the_archive() {
    let bytes = String::from_utf8_lossy(&EVERYTHING.bytes);
    for claim in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "DisplayDocTitle true"] {
        assert!(bytes.contains(claim), "{claim}");
    }
}

#[test]
fn any_character_can_be_typed() {
    let of_unicode = (0..0x3_0000).step_by(61).chain(0x1F300..0x1F700).filter_map(char::from_u32);
    let beside: Vec<String> = of_unicode.map(|c| format!("a{c}b {c}\u{301} \u{5d0}{c} \u{644}{c}")).collect();
    let body = beside.chunks(50).map(|chunk| sample::paragraph(&chunk.join(" "))).collect();
    let missing = rendered("unicode", &document(body)).missing_glyphs;
    assert!(missing.contains(&'\u{301}') && missing.iter().any(|c| ('\u{4e00}'..'\u{9fff}').contains(c)));
    assert!(!missing.iter().any(|c| c.is_ascii() || "é\u{5d0}\u{644}😀".contains(*c)), "{missing:?}");
}

#[test]
fn tables_repeat_their_header_and_signatures_stay_whole() {
    let cell = |literal: &str| vec![sample::text(literal)];
    let table = Table {
        columns: vec![Column { align: Align::Left, width: 1 }; 2],
        header: vec![cell("Onderdeel"), cell("Wie")],
        rows: (0..60).map(|row| vec![cell(&format!("rij {row}")), cell("de coördinator")]).collect(),
        row_headers: false,
    };
    let signature = |party: String| Signature {
        party: cell(&party),
        name: cell("mevrouw drs. A. de Boer-van den Heuvel"),
        role: cell("voorzitter van de raad van bestuur"),
        place: vec![],
        date: vec![],
    };
    let signatures = (0..15).map(|at| signature(format!("Partij {at}"))).collect();
    let read = read(&rendered("bladen", &document(vec![Block::Table(table), Block::Signatures { signatures }])).bytes);
    assert!(read.artifacts[1].contains("Onderdeel Wie"));
    assert_eq!(read.tagged("TH"), ["Onderdeel", "Wie"]);
    let lines: Vec<_> = read.parts.iter().skip_while(|part| !part.text.starts_with("Partij")).collect();
    assert_eq!(lines.len(), 15 * 6);
    for block in lines.chunks(6) {
        assert!(block.iter().all(|line| line.page == block[0].page), "{block:?}");
    }
    assert_ne!(lines[0].page, lines[lines.len() - 1].page);
}

#[test]
fn a_word_that_fits_on_a_line_is_not_cut() {
    let text = "Samenwerkingsovereenkomst Molenkwartier, Zorgverzekeringswet en woningcorporatie. ".repeat(12);
    let read = read(&rendered("afbreken", &document(vec![sample::paragraph(&text)])).bytes);
    assert!(read.parts.iter().all(|part| !part.text.contains('\u{ad}')), "{:?}", read.parts);
}

/// Rows of two cells, every third of them one that heads the next two.
fn grouped(groups: usize) -> Block {
    let cell = |literal: &str| vec![sample::text(literal)];
    let rows = (0..groups).flat_map(|at| {
        let head = vec![Inline::Strong { content: cell(&format!("Groep {at}")) }];
        let row = |name: &str| vec![cell(&format!("{name} {at}")), cell("€ 12")];
        [vec![head, Vec::new()], row("Eerste"), row("Tweede")]
    });
    let columns = vec![Column { align: Align::Left, width: 1 }; 2];
    Block::Table(Table { columns, header: vec![cell("Wat"), cell("Bedrag")], rows: rows.collect(), row_headers: false })
}

#[test]
fn a_row_that_heads_others_is_not_the_last_of_a_page() {
    for lead in 0..4 {
        let mut body = vec![sample::paragraph("Vooraf."); lead];
        body.push(grouped(40));
        let read = read(&rendered("groepen", &document(body)).bytes);
        let page = |text: &str| read.parts.iter().find(|part| part.text.trim() == text).unwrap().page;
        assert_ne!(page("Groep 0"), page("Groep 39"));
        for at in 0..40 {
            assert_eq!(page(&format!("Groep {at}")), page(&format!("Eerste {at}")), "group {at} after {lead} lines");
        }
    }
}

#[test]
fn a_short_table_is_not_broken() {
    for lead in 20..30 {
        let mut body = vec![sample::paragraph("Vooraf."); lead];
        body.push(grouped(3));
        let read = read(&rendered("korte-tabel", &document(body)).bytes);
        let cells = read.parts.iter().filter(|part| part.tag == "TH" || part.tag == "TD");
        let pages: Vec<_> = cells.map(|part| part.page).collect();
        assert!(pages.len() > 10 && pages.iter().all(|page| *page == pages[0]), "after {lead} lines: {pages:?}");
    }
}

#[test]
fn what_would_fill_the_memory_is_refused_before_it_is_set() {
    let body = vec![sample::paragraph(&"woord ".repeat(1_000)); 2_000];
    assert!(matches!(render(&document(body)), Err(PdfError::TooLong)));
}
