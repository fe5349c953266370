//! Files of YAML that are too large, too deep, or not what they say they are.

use std::fs::{self, File};

use super::{case, size, survive, survive_calls};

/// Billion laughs: ten aliases of ten aliases of …
pub fn bomb() -> String {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let inner = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    bomb
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    survive(&[
        case("a sparse file of 1 GB", 1, "groter dan 40 MB", |ground| {
            ground.put("organisaties.yaml", "");
            File::options().write(true).open(ground.path("organisaties.yaml")).unwrap().set_len(1 << 30).unwrap();
        }),
        case("wep.yaml of 1 GB", 1, "groter dan 40 MB", |ground| {
            ground.put("wep.yaml", "");
            File::options().write(true).open(ground.path("wep.yaml")).unwrap().set_len(1 << 30).unwrap();
        }),
        case("a line of 50 MB", 1, "groter dan 40 MB", |ground| {
            ground.put("organisaties.yaml", format!("naam: {}\n", "x".repeat(50_000_000)));
        }),
    ]);
    let every = |name, content: fn() -> String| {
        case(name, 1, "", move |ground| {
            for name in ["organisaties", "team", "convenant", "overleg", "locaties", "begroting", "training"] {
                ground.put(&format!("{name}.yaml"), content());
            }
        })
    };
    survive_calls(
        &[
            every("every file just not too large", || "# niets \n".repeat(size(3_000_000, 1_000_000))),
            every("every file full of values", || format!("x: [{}]\n", "y, ".repeat(size(1_400_000, 300_000)))),
        ],
        &[&["controleer"]],
    );
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let utf16 =
        |text: &str| [&[0xFF, 0xFE][..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
    survive(&[
        case("nothing but NUL", 1, "nultekens", |ground| ground.put("organisaties.yaml", vec![0; 30_000_000])),
        case("a NUL in a text", 1, "nultekens", |ground| ground.put("team.yaml", "coordinator:\n  naam: a\0b\n")),
        case("an escaped NUL", 0, "", |ground| {
            ground.replace("organisaties.yaml", "korte_naam:", "korte_naam: \"a\\0b\" #")
        }),
        case("UTF-16", 0, "UTF-16LE", move |ground| {
            ground.put("voortgang.yaml", utf16(&fs::read_to_string(ground.path("voortgang.yaml")).unwrap()))
        }),
        case("UTF-16 cut off", 1, "", move |ground| ground.put("team.yaml", &utf16("coordinator: [")[..21])),
        case("surrogates as bytes", 0, "", |ground| {
            let text = fs::read(ground.path("voortgang.yaml")).unwrap();
            ground.put("voortgang.yaml", [&text[..], b"\n# \xed\xa0\x80\xed\xbf\xbf\n"].concat());
        }),
        case("surrogates as escapes", 1, "", |ground| ground.put("voortgang.yaml", "stappen: \"\\ud800\"\n")),
        case("half a pair of surrogates", 1, "", |ground| {
            ground.put("team.yaml", "coordinator: {naam: \"\\ud83d\\u0041\"}\n")
        }),
        case("random bytes", 1, "", |ground| {
            ground.put(
                "team.yaml",
                (0..100_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8 | 1).collect::<Vec<u8>>(),
            );
        }),
        case("signs for the terminal", 1, "", |ground| {
            ground.put("team.yaml", "\"\\e[31m\u{202E}\\e]0;x\\a\": \"\\e[2J\"\ncoordinator: {naam: [\"\\e[2J\"]}\n");
        }),
    ]);
}

#[test]
fn a_file_without_end_is_refused() {
    survive(&[
        case("billion laughs", 1, "", |ground| ground.put("organisaties.yaml", bomb())),
        case("billion laughs in wep.yaml", 1, "", |ground| ground.put("wep.yaml", bomb())),
        case("an anchor in itself", 1, "", |ground| ground.put("team.yaml", "a: &a [*a]\n")),
        case("anchors in a circle", 1, "", |ground| ground.put("team.yaml", "a: &a {b: &b [*a, *b]}\nc: *b\n")),
        case("ten thousand deep", 1, "", |ground| ground.put("team.yaml", "[".repeat(10_000))),
        case("ten thousand deep by dashes", 1, "", |ground| ground.put("team.yaml", "- ".repeat(10_000))),
        case("ten thousand deep in braces", 1, "", |ground| ground.put("wep.yaml", "{a: ".repeat(10_000))),
        case("very many keys", 1, "", |ground| {
            ground.put(
                "team.yaml",
                (0..size(200_000, 30_000)).map(|key| format!("sleutel{key}: {key}\n")).collect::<String>(),
            );
        }),
        case("very many times the same key", 1, "", |ground| {
            ground.put("team.yaml", "coordinator:\n".repeat(size(200_000, 50_000)))
        }),
        case("duplicate keys", 1, "tweede keer", |ground| ground.put("team.yaml", "coordinator:\ncoordinator:\n")),
        case("a key that is a list", 1, "", |ground| ground.put("team.yaml", "? [a, b]\n: {? {c: d} : e}\n")),
        case("a program as a value", 1, "", |ground| {
            ground.put("team.yaml", "coordinator: !!python/object/apply:os.system [\"touch gehackt\"]\n");
        }),
        case("a list where wep.yaml has fields", 1, "", |ground| ground.put("wep.yaml", "- a\n- b\n")),
    ]);
}

#[test]
fn thousands_of_findings_are_told_in_short() {
    survive(&[case("very many organisations with one id", 1, "", |ground| {
        ground
            .put("organisaties.yaml", format!("organisaties:\n{}", "- {id: a, naam: A}\n".repeat(size(30_000, 5_000))));
    })]);
}
