//! What the fuzz targets get inside `cargo test`: inputs that are nearly good, so that they come far.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::targets::part::PARTS;

type Bytes = BoxedStrategy<Vec<u8>>;

/// Any bytes: what a tree is made of.
pub fn bytes(most: usize) -> Bytes {
    vec(any::<u8>(), 0..most).boxed()
}

/// Some of these words behind each other, now and then with any signs between them.
fn words(words: &'static [&'static str], most: usize) -> Bytes {
    let word = prop_oneof![8 => select(words).prop_map(str::to_owned), 1 => "\\PC{0,6}", 1 => any::<String>()];
    vec(word, 0..most).prop_map(|all| all.concat().into_bytes()).boxed()
}

/// One after the other.
fn joined(first: Bytes, second: Bytes) -> Bytes {
    (first, second).prop_map(|(first, second)| [first, second].concat()).boxed()
}

/// Both, parted as the targets part their pieces.
fn parted(first: Bytes, second: Bytes) -> Bytes {
    (first, second).prop_map(|(first, second)| [first, vec![0xff], second].concat()).boxed()
}

/// The number of a file and what stands in it: that of the example with some pieces replaced, or nothing but signs of YAML.
pub fn file() -> Bytes {
    let piece =
        "([ \t\n\r:\\-\\[\\]{},&*#?|>!%@`\"'\\\\~é0-9a]{0,4}|- |: |\n  |2027-13-01|[1-9][0-9]{7,8}|geboortedatum)";
    let changes = vec((any::<prop::sample::Index>(), 0usize..12, piece), 0..4);
    let mended = (0usize..PARTS.len(), changes).prop_map(|(number, changes)| {
        let mut text: Vec<char> = PARTS[number].example.chars().collect();
        for (at, length, piece) in changes {
            let at = at.index(text.len());
            let end = (at + length).min(text.len());
            text.splice(at..end, piece.chars());
        }
        let mut bytes = vec![number as u8];
        bytes.extend(text.into_iter().collect::<String>().into_bytes());
        bytes
    });
    let yaml = &[
        "a", ": ", "\n", "- ", "  ", "[", "]", "{", "}", ", ", "&a ", "*a", "#", "? ", "| ", ">-\n", "\"", "'", "~",
        "id", "naam",
    ];
    prop_oneof![3 => mended, 1 => joined(bytes(2), words(yaml, 30))].boxed()
}

pub fn file_with_choice() -> Bytes {
    let with_choice = |(choice, mut file): (u8, Vec<u8>)| {
        file.insert(1.min(file.len()), choice);
        file
    };
    (any::<u8>(), file()).prop_map(with_choice).boxed()
}

/// The choices of an edit, and part of the example or a small text.
pub fn edit() -> Bytes {
    let small = select(
        &[
            "organisaties:\n  - id: a\n    naam: A # uitleg\n    wijken: [x]\n  # los\n  - id: b\n",
            "# kop\norganisaties: []\n",
            "organisaties:\n- {id: a, naam: \"A\"}\n",
            "gemeente: Veldrijk\nwijken:\n  - id: a\n    naam: |\n      A\n",
            "",
        ][..],
    );
    let whole = (0usize..PARTS.len()).prop_map(|number| (Some(number as u8), PARTS[number].example));
    let text = prop_oneof![small.prop_map(|text| (None, text)), whole];
    let plain = (vec(any::<u8>(), 4..5), 0u8..9, text).prop_map(|(mut choices, value, (file, text))| {
        // The words that the edit puts in are plain here: five choices that each take the first of their kind.
        if let Some(file) = file {
            choices[0] = file;
        }
        choices.extend([value, 0, 2, 0, 2]);
        [choices, text.as_bytes().to_vec()].concat()
    });
    prop_oneof![2 => plain, 1 => joined(bytes(40), file())].boxed()
}

pub fn calendar() -> Bytes {
    const LINES: &[&str] = &[
        "BEGIN:VCALENDAR\r\n",
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "END:VCALENDAR\r\n",
        "UID:a\r\n",
        "UID:b\n",
        "SEQUENCE:3\r\n",
        "SEQUENCE:4294967295\r\n",
        "DTSTAMP:20121001T000000Z\r\n",
        "SUMMARY:x",
        "\r\n ",
        "\r",
        "\n",
        "STATUS:CANCELLED\r\n",
        "BEGIN:VALARM\r\n",
        "END:VALARM\r\n",
    ];
    joined(bytes(60), words(LINES, 30))
}

pub fn table() -> Bytes {
    const CELLS: &[&str] = &[
        "Naam",
        "Sector",
        "Wijk",
        "KvK",
        "Postcode",
        "Telefoon",
        "E-mail",
        "id",
        "welzijn",
        "zorg",
        "De Hoven",
        "8911 AA",
        "99000101",
        "Stichting A",
        "stichting a",
        "B",
        "058 123 45 67",
        "a@b.example",
        ";",
        ";",
        ";",
        ",",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "\"",
        "=1+1",
        "\u{feff}",
        "ja",
    ];
    words(CELLS, 60)
}

pub fn workbook() -> Bytes {
    const XML: &[&str] = &[
        "<worksheet>",
        "<sheetData>",
        "<row r=\"1\">",
        "<row r=\"1048576\">",
        "</row>",
        "<c r=\"A1\">",
        "<c r=\"XFD9\" t=\"s\">",
        "<c t=\"inlineStr\">",
        "<v>",
        "0",
        "1e308",
        "</v>",
        "<is><t>x</t></is>",
        "</c>",
        "</sheetData>",
        "</worksheet>",
        "<mergeCell ref=\"A1:Z9999\"/>",
        "&lt;",
        "&#0;",
        "<sst count=\"4294967295\">",
        "<table:table-cell table:number-columns-repeated=\"9\">",
        "<table:table-row>",
        "\u{0}",
    ];
    let xml = joined(bytes(2), words(XML, 30));
    let parts = (0u8..4, 0usize..7, xml).prop_map(|(kind, empty, xml)| [vec![kind], vec![0xff; empty], xml].concat());
    let rows = table().prop_map(|rows| {
        let cells = rows.into_iter().map(|byte| if byte == b';' { b'\t' } else { byte });
        std::iter::once(3).chain(cells).collect()
    });
    prop_oneof![parts, rows].boxed()
}

pub fn picture() -> Bytes {
    const SVG: &[&str] = &[
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">",
        "</svg>",
        "<g>",
        "</g>",
        "<path d=\"M0 0h9v9z\"/>",
        "<rect width=\"4\" height=\"1e9\"/>",
        "<use href=\"#a\"/>",
        "<defs id=\"a\">",
        "</defs>",
        "<script>",
        "<style>*{fill:url(#a)}</style>",
        "<a href=\"https://x\">",
        "<image href=\"x.png\"/>",
        " onload=\"x\"",
        "<linearGradient id=\"a\"/>",
        "<filter id=\"f\"><feFlood/></filter>",
        "<circle r=\"3\" filter=\"url(#f)\" fill=\"url(#a)\"/>",
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>",
        "&a;",
        "<mask id=\"m\">",
        "</mask>",
        "<text>x</text>",
        "\u{89}PNG\r\n\u{1a}\n",
    ];
    let svg = words(SVG, 14);
    let framed = words(SVG, 8).prop_map(|inner| [SVG[0].as_bytes(), SVG[4].as_bytes(), &inner, b"</svg>"].concat());
    prop_oneof![svg, framed].boxed()
}

const MARKDOWN: &[&str] = &[
    "# kop",
    "## kop {.artikel #a}",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "  ",
    "    ",
    "| a | b |\n|---|--:|\n",
    "| c | d |\n",
    "**",
    "*",
    "`",
    "[x](https://a.example)",
    "[x](#a)",
    "::: bron\n",
    "::: let-op\n",
    ":::\n",
    "::: pagina-einde\n",
    "::: ondertekening\n",
    "> ",
    "- [ ] ",
    "<b>",
    "![",
    "\\",
    "---\n",
    "tekst",
    "[^1]",
    "[a]: b",
];

pub fn markdown() -> Bytes {
    words(MARKDOWN, 30)
}

pub fn template() -> Bytes {
    const TAGS: &[&str] = &[
        "{{naam}}",
        "{{x}}",
        "{{veld leeg \"iets\"}}",
        "{{#if ja}}",
        "{{/if}}",
        "{{else}}",
        "{{#each lijst}}",
        "{{this}}",
        "{{/each}}",
        "{{> deel}}",
        "{{contact.naam}}",
        "{{#with contact}}",
        "{{/with}}",
        "{{alineas x}}",
        "{{opsomming lijst}}",
        "{{{x}}}",
        "{{#if (eq aantal 3)}}",
        "{{!-- uitleg --}}",
        "\\{{",
        "{{~x~}}",
        "{{epost contact.email}}",
        "{{lookup lijst 0}}",
        "{{gat \"iets\"}}",
        "{{figuur x}}",
        "\n",
        "\n\n",
        "# ",
        "- ",
        "tekst ",
    ];
    let mixed = prop_oneof![words(TAGS, 20), joined(words(TAGS, 10), words(MARKDOWN, 10))].boxed();
    parted(mixed, words(TAGS, 6))
}

/// Texts of lines that come back.
pub fn three_texts() -> Bytes {
    const LINES: &[&str] = &[
        "a\n",
        "b\n",
        "c\n",
        "\n",
        "een\r\n",
        "<<<<<<< uw versie\n",
        "=======\n",
        ">>>>>>> nieuw van wep\n",
        "a",
        "\u{feff}",
        "\r",
        "<<<<<<< ours\n",
    ];
    parted(words(LINES, 12), parted(words(LINES, 12), words(LINES, 12)))
}

pub fn sentences() -> Bytes {
    const WORDS: &[&str] = &[
        "111222333",
        "111.222.333",
        "1112 22 333",
        "BSN ",
        "KvK ",
        "geboren op ",
        "12-03-1984",
        "12 maart 1984",
        "NL91 ABNA 0417 1643 00",
        "NL91",
        "Jan de Vries ",
        "mevrouw Zuurbier ",
        "psychose",
        "heeft een ",
        "depressie ",
        "# geen deelnemer: een voorbeeld\n",
        "\n",
        " ",
        ", ",
        ": ",
        "naam",
        "- ",
        "١١١٢٢٢٣٣٣",
        "\u{200b}",
        "1",
        "9",
        "x",
        "é",
    ];
    parted(words(WORDS, 3), words(WORDS, 14))
}
