//! What is read without the library comes out as the library would read it.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::*;

/// What is read without the library is what it would read; says whether it was.
fn is_plain_and_the_same(text: &str) -> bool {
    let Some(plain) = plain(text, MAX_NODES) else { return false };
    let library = library(text, MAX_NODES).unwrap_or_else(|fault| panic!("{text:?}: {}", fault.message));
    assert_eq!(plain.root, library.root, "{text:?}");
    assert_eq!((plain.nodes, plain.next_id), (library.nodes, library.next_id), "{text:?}");
    true
}

#[test]
fn the_files_of_the_example_need_no_library() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk");
    let mut seen = 0;
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "yaml") {
            let text = fs::read_to_string(&file).unwrap();
            assert!(is_plain_and_the_same(&text), "{}", file.display());
            assert!(is_plain_and_the_same(&text.replace('\n', "\r\n")), "{}", file.display());
            seen += 1;
        }
    }
    assert!(seen >= 14, "{seen}");
}

#[test]
fn what_the_fuzzer_kept_comes_out_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/load");
    let texts = fs::read_dir(folder).unwrap().map(|file| {
        let content = fs::read(file.unwrap().path()).unwrap();
        String::from_utf8_lossy(&content).into_owned()
    });
    let (mut seen, mut plain) = (0, 0);
    for text in texts {
        seen += 1;
        // The first byte of the fuzzer's says which file it is.
        for text in [text.as_str(), text.get(1..).unwrap_or_default()] {
            plain += usize::from(is_plain_and_the_same(text));
        }
    }
    assert!(seen > 100 && plain > 10, "{plain} of {seen}");
}

#[test]
fn all_of_what_is_plain_is_read_without_the_library() {
    for text in [
        "a: 1",
        "a:\n",
        "- a\n-\n- b # c\n",
        "a:\n- b\n- c: d\n  e:\n    - f\ng: h\n",
        "a: [] # geen\nb: [c, d e]\nc: 'het is ''s avonds' \nd: \"a # b: c\"  # e\n",
        "a: |\n  één\n\n    twee\n  # drie\n\n# vier\nb: >-\n  vijf\n  zes\n\n  zeven\nc: ~\n",
        "- - a\n  - b\n- - c: d\n    e: null\n",
        "a: b:c #d\nb: c#d\nc: https://wep.example/#a\nd: -5\ne: 09:30\n",
        "  a: b\n  c: d\n",
    ] {
        assert!(is_plain_and_the_same(text), "{text:?}");
        assert!(is_plain_and_the_same(&text.replace('\n', "\r\n")), "{text:?}");
    }
}

#[derive(Debug, Clone)]
enum Tree {
    Value(&'static str),
    Fields(Vec<(Tree, &'static str, &'static str)>),
    Items(Vec<(Tree, &'static str, &'static str)>),
}

const VALUES: &[&str] = &[
    "",
    "x",
    "één twee",
    "a:b",
    "a #b",
    "a#b",
    "#a",
    "'a'",
    "'a''b'",
    "'' ",
    "\"a\"",
    "\"#: \"",
    "[]",
    "[ ] ",
    "[a, b c]",
    "[ a ,b ]",
    "|\n      a\n",
    "|-\n        #a\n\n        b:\n    \n",
    ">\n         a\n         b\n",
    ">-\n        a\n\n\n        b",
    "~",
    "null",
    "-a",
    "https://a.example:8/#a",
    "=cmd",
    "a, b",
    "a - b",
    "\u{2028}",
    "a '",
    "💬 \"",
];
const ODD: &[&str] = &[
    "a: b",
    "'a",
    "\"a\\n\"",
    "\"a",
    "\"a\"b",
    "\"a\":",
    "'a' b",
    "[a -]",
    "[a,]",
    "[a, [b]]",
    "[a]b",
    "[a]: b",
    "[a #b]",
    "{}",
    "{a: b}",
    "|",
    "|+\n      a",
    "|2\n   a",
    "| # c",
    "|x",
    "&a b",
    "*a",
    "!t b",
    "-",
    "- ",
    "- a",
    "?",
    "? ",
    ":",
    ": ",
    ":a",
    "%a",
    "@a",
    "`a",
    "a:",
    ",",
    "]",
    "}",
    "---",
    "...",
    "\n---\n",
    "\n%YAML 1.2\n",
    "\t",
    "\u{feff}",
    "\0",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "#",
    " #",
    "\n  #",
    "'",
    "\"",
    ">",
    "<<: ",
];
const NAMES: &[&str] = &["a: ", "naam:", "b_c:  ", "é: ", "1: ", "d-e: ", "null: ", "a.b: ", "naam:   "];
const AFTER: &[&str] = &["", "", "", "", " ", " # c", "\n", "\n  \n", "\n# c", "\n      # c\n", "   #c "];

fn tree() -> impl Strategy<Value = Tree> {
    let value = prop::sample::select(VALUES).prop_map(Tree::Value);
    value.prop_recursive(5, 24, 4, |inner| {
        let part = |before| (inner.clone(), prop::sample::select(before), prop::sample::select(AFTER));
        let dashes: &[&str] = &["- ", "- ", "-", "-   ", "-\n", "- # c\n"];
        prop_oneof![
            2 => prop::collection::vec(part(NAMES), 1..4).prop_map(Tree::Fields),
            1 => prop::collection::vec(part(dashes), 1..4).prop_map(Tree::Items),
        ]
    })
}

/// Writes what is mostly right: here and there a step too few, or a line that goes on.
fn write(tree: &Tree, column: usize, inline: bool, out: &mut String) {
    let parts = match tree {
        Tree::Value(value) => return out.push_str(value),
        Tree::Fields(parts) | Tree::Items(parts) => parts,
    };
    for (index, (part, before, after)) in parts.iter().enumerate() {
        if !(inline && index == 0) {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n(' ', column));
        }
        out.push_str(before);
        let items = matches!(tree, Tree::Items(_));
        let below = match (items, part) {
            (true, _) => column + before.len(),
            (false, Tree::Items(_)) if before.len() % 2 == 0 => column,
            (false, _) => column + 2,
        };
        write(part, below, items && before.ends_with(' '), out);
        out.push_str(after);
    }
}

fn file() -> impl Strategy<Value = String> {
    let odd = prop::option::of((any::<prop::sample::Index>(), prop::sample::select(ODD), any::<bool>()));
    (tree(), 0..3_usize, odd, any::<bool>()).prop_map(|(tree, column, odd, windows)| {
        let mut text = String::new();
        write(&tree, column / 2, false, &mut text);
        if let Some((at, odd, instead)) = odd {
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let at = *at.get(&starts);
            let end = text[at..].chars().next().filter(|_| instead).map_or(at, |letter| at + letter.len_utf8());
            text.replace_range(at..end, odd);
        }
        if windows { text.replace('\n', "\r\n") } else { text }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_without_the_library_is_what_it_would_read(text in file()) {
        is_plain_and_the_same(&text);
    }
}
