//! Logos: where they are, and what an SVG can hold.

use std::fs::{self, File};

use super::{Ground, case, survive_calls};

/// To look at it, and to make a document with it in every format.
const CALLS: [&[&str]; 2] = [&["controleer"], &["begrippen", "--formaat", "md,html,docx,pdf"]];

pub fn svg(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">{inner}</svg>"
    )
}

fn named(ground: &Ground, name: &str) {
    ground.replace("wep.yaml", "logo: logo.svg", &format!("logo: \"{name}\""));
}

#[test]
fn a_logo_lies_in_the_folder() {
    const OUTSIDE: &str = "is geen bestand binnen de map";
    const NO_FILE: &str = "is geen bestand";
    survive_calls(
        &[
            case("by dots", 1, OUTSIDE, |ground| named(ground, "../buiten/logo.svg")),
            case("by dots in the middle", 1, OUTSIDE, |ground| named(ground, "sjablonen/../../buiten/logo.svg")),
            case("by its whole path", 1, OUTSIDE, |ground| {
                named(ground, &ground.outside.join("logo.svg").display().to_string())
            }),
            case("as on Windows", 1, OUTSIDE, |ground| named(ground, "..\\\\buiten\\\\logo.svg")),
            case("as an address", 1, OUTSIDE, |ground| named(ground, "file:///etc/passwd")),
            case("by a link", 1, OUTSIDE, |ground| ground.link("logo.svg", ground.outside.join("logo.svg"))),
            case("in a folder that is a link", 1, OUTSIDE, |ground| {
                ground.link("beeld", &ground.outside);
                named(ground, "beeld/logo.svg");
            }),
            case("by a link to itself", 1, OUTSIDE, |ground| ground.link("logo.svg", "logo.svg")),
            case("a device", 1, OUTSIDE, |ground| ground.link("logo.svg", "/dev/zero")),
            case("a pipe", 0, NO_FILE, |ground| ground.pipe("logo.svg")),
            case("a folder", 0, NO_FILE, |ground| named(ground, "uitvoer")),
            case("a name of 5,000 letters", 0, "", |ground| named(ground, &"x".repeat(5_000))),
        ],
        &CALLS,
    );
}

#[test]
fn an_svg_runs_nothing_and_reaches_nowhere() {
    const HELD: &str = "de documenten krijgen geen logo";
    let with = |name, inner: &str| {
        let text = svg(inner);
        case(name, 0, HELD, move |ground| ground.put("logo.svg", &text))
    };
    let whole = |name, text: String| case(name, 0, HELD, move |ground| ground.put("logo.svg", &text));
    let path = "<path d='M0 0h9v9z'/>";
    let entities: String =
        (1..10).map(|level| format!("<!ENTITY e{level} '{}'>", format!("&e{};", level - 1).repeat(10))).collect();
    survive_calls(
        &[
            with("a script", &format!("<script>alert(1)</script>{path}")),
            with("a foreign object", &format!("<foreignObject><b>x</b></foreignObject>{path}")),
            with("an event", "<path d='M0 0h9v9z' onload='alert(1)'/>"),
            with("a picture from outside", &format!("<image href='http://kwaad.example/a.png'/>{path}")),
            with("a picture of the machine", &format!("<image href='file:///etc/passwd'/>{path}")),
            with("a part from outside", &format!("<use xlink:href='../buiten/logo.svg#a'/>{path}")),
            with("a style from outside", &format!("<style>@import 'http://kwaad.example/a.css';</style>{path}")),
            with("a fill from outside", "<path d='M0 0h9v9z' fill='url(http://kwaad.example/a#b)'/>"),
            with(
                "a shadow",
                &format!(
                    "<filter id='f'><feTurbulence numOctaves='2000000000'/></filter><g filter='url(#f)'>{path}</g>"
                ),
            ),
            with(
                "an arrow at every point",
                &format!(
                    "<marker id='m'>{path}</marker><path marker-mid='url(#m)' d='M0 0{}'/>",
                    "h1v1".repeat(100_000)
                ),
            ),
            with("a thousand deep", &format!("{}{path}{}", "<g>".repeat(1_000), "</g>".repeat(1_000))),
            with("100,000 elements", &path.repeat(90_000)),
            with(
                "parts of parts of parts",
                &format!(
                    "<g id='a0'>{path}</g>{}",
                    (1..8)
                        .map(|level| {
                            format!("<g id='a{level}'>{}</g>", format!("<use href='#a{}'/>", level - 1).repeat(10))
                        })
                        .collect::<String>()
                ),
            ),
            with(
                "patterns of patterns",
                &format!("{}<path d='M0 0h9v9z' fill='url(#p29)'/>", (0..30).map(|level| {
                let inside = if level == 0 { path.repeat(10) } else {
                    format!("<path d='M0 0h9v9z' fill='url(#p{})'/>", level - 1).repeat(10)
                };
                format!("<pattern id='p{level}' width='9' height='9' patternUnits='userSpaceOnUse'>{inside}</pattern>")
            }).collect::<String>()),
            ),
            with(
                "masks in masks",
                &format!(
                    "{}<g mask='url(#m29)'>{path}</g>",
                    (0..30)
                        .map(|level| {
                            let inside = if level == 0 {
                                path.repeat(10)
                            } else {
                                format!("<g mask='url(#m{})'>{path}</g>", level - 1).repeat(10)
                            };
                            format!("<mask id='m{level}'>{inside}</mask>")
                        })
                        .collect::<String>()
                ),
            ),
            whole(
                "an entity from outside",
                format!("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{}", svg("<desc>&x;</desc>")),
            ),
            whole(
                "entities of entities",
                format!("<!DOCTYPE svg [<!ENTITY e0 'x'>{entities}]>{}", svg("<desc>&e9;</desc>")),
            ),
            whole(
                "a style sheet beside it",
                format!("<?xml-stylesheet href='http://kwaad.example/a.css'?>{}", svg(path)),
            ),
            with("a path of 10 MB", &format!("<path d='M0 0{}'/>", "h1v1".repeat(2_500_000))),
            whole("no SVG at all", "<svg".to_owned()),
            case("a sparse file of 1 GB", 0, HELD, |ground| {
                File::create(ground.path("logo.svg")).unwrap().set_len(1 << 30).unwrap();
            }),
        ],
        &CALLS,
    );
}

/// What is odd but harmless is shown, whatever its measures are.
#[test]
fn an_svg_with_odd_measures_asks_no_more_than_another() {
    let with = |name, code, text: String| case(name, code, "", move |ground| ground.put("logo.svg", &text));
    let measured = |more: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' {more}><path d='M0 0h9v9z'/></svg>");
    survive_calls(
        &[
            with("a huge view", 0, measured("viewBox='0 0 1e30 1e30'")),
            with("a huge width", 0, measured("viewBox='0 0 9 9' width='1e9' height='1e9'")),
            with("very wide", 0, measured("viewBox='0 0 1e9 1'")),
            with("very high", 0, measured("viewBox='0 0 1 1e9'")),
            with("very small", 0, measured("viewBox='0 0 1e-9 1e-9'")),
            with("no measure", 0, measured("viewBox='0 0 0 0'")),
            with("less than nothing", 0, measured("width='-9' height='-9'")),
            with("a path of 1 MB", 0, svg(&format!("<path d='M0 0{}'/>", "h1v1".repeat(250_000)))),
            with("a dash of nothing", 0, svg("<path d='M0 0h9v9z' stroke='#000' stroke-dasharray='1e-9'/>")),
        ],
        &CALLS,
    );
}

#[test]
fn nothing_of_a_logo_outside_gets_into_a_document() {
    let ground = Ground::new();
    ground.link("logo.svg", ground.outside.join("logo.svg"));
    super::watched(&ground.folder, CALLS[1]);
    for entry in fs::read_dir(ground.path("uitvoer")).unwrap().flatten() {
        let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
        assert!(!text.contains(super::SECRET), "{entry:?}");
    }
}
