//! The logo of the house style: a file inside the folder of the gemeente, made safe to show in any document.
//!
//! What is shown is never the file itself: a PNG is decoded and written anew, an SVG is reduced to its shapes. A script,
//! a reference to the outside or a picture of a million points does not get further than here.

use std::path::{Component, Path};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Options, Tree, WriteOptions};

use super::{LoadError, regular, weight};
use crate::check::{Code, Finding, Route};
use crate::model::{Logo, LogoSoort, file};

/// A logo that is larger is a photograph, and would be in every document.
const MAX_BYTES: usize = 2_000_000;
const MAX_DOTS: u32 = 4_000;
/// Deeper, and with more elements, no logo is.
const MAX_DEPTH: usize = 100;
const MAX_ELEMENTS: usize = 20_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

const OUTLINES: &str = "bewaar het logo in uw tekenprogramma als PNG, of als SVG met de letters als omtrekken";
const SIMPLER: &str = "maak het eenvoudiger, of bewaar het als PNG";
const OTHER_FILE: &str = "bewaar het logo als PNG of als SVG, en noem dat bestand";

/// Why a logo cannot be used, and the way out.
struct Unusable {
    why: String,
    help: &'static str,
}

fn unusable<T>(why: impl Into<String>, help: &'static str) -> Result<T, Unusable> {
    Err(Unusable { why: why.into(), help })
}

/// The logo with this name in the folder, or what there is to say about it.
pub(super) fn read(folder: &Path, name: &str) -> Result<Logo, Box<Finding>> {
    let name = name.trim();
    let finding = |code, message: String, help: &str| {
        let route = Route::from("huisstijl").field("logo");
        Box::new(Finding::at(code, file::WEP, route, message).help(help))
    };
    let outside = || {
        let message = format!("‘{name}’ is geen bestand binnen de map van de gemeente");
        finding(Code::LogoOutside, message, "zet het logo in de map van de gemeente en schrijf de naam, zoals logo.svg")
    };
    // A backslash or a colon means something else on another system; a folder travels.
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !plain || name.contains(['\\', ':']) || name.chars().any(char::is_control) {
        return Err(outside());
    }
    let bytes = match regular::up_to(folder, &folder.join(name), MAX_BYTES + 1) {
        Err(LoadError::Link { .. }) => return Err(outside()),
        read => bytes(read, name),
    };
    bytes.and_then(|bytes| logo(&bytes, name)).map_err(|Unusable { why, help }| {
        finding(Code::LogoUnusable, format!("{why}; de documenten krijgen geen logo"), help)
    })
}

fn bytes(read: Result<Option<Vec<u8>>, LoadError>, name: &str) -> Result<Vec<u8>, Unusable> {
    match read {
        Ok(Some(bytes)) if bytes.len() <= MAX_BYTES => Ok(bytes),
        Ok(Some(_)) => unusable(too_large(name), "maak het kleiner, bijvoorbeeld 1.000 beeldpunten breed"),
        Ok(None) => unusable(format!("het logo ‘{name}’ is er niet"), "zet het bestand in de map van de gemeente"),
        Err(LoadError::NotAFile { .. }) => unusable(format!("‘{name}’ is geen bestand"), OTHER_FILE),
        Err(_) => {
            unusable(format!("het logo ‘{name}’ kan niet worden gelezen"), "kijk of het bestand niet beveiligd is")
        }
    }
}

fn too_large(name: &str) -> String {
    format!("het logo ‘{name}’ is te groot")
}

fn logo(bytes: &[u8], name: &str) -> Result<Logo, Unusable> {
    if bytes.starts_with(PNG) {
        return png(bytes, name);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains("<svg") || text.contains(":svg") => svg(text, name),
        _ => unusable(format!("het logo ‘{name}’ is geen PNG en geen SVG"), OTHER_FILE),
    }
}

fn png(bytes: &[u8], name: &str) -> Result<Logo, Unusable> {
    let side =
        |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(u32::MAX, u32::from_be_bytes);
    // Before anything is unpacked: a small file can hold a very large picture.
    if side(16) > MAX_DOTS || side(20) > MAX_DOTS {
        return unusable(too_large(name), "maak het kleiner, bijvoorbeeld 1.000 beeldpunten breed");
    }
    let broken = || Unusable { why: format!("het logo ‘{name}’ is beschadigd"), help: OTHER_FILE };
    let picture = Pixmap::decode_png(bytes).map_err(|_| broken())?;
    let bytes = picture.encode_png().map_err(|_| broken())?;
    let [breedte, hoogte] = [picture.width(), picture.height()].map(f64::from);
    Ok(Logo { soort: LogoSoort::Png, bytes, breedte, hoogte })
}

fn svg(text: &str, name: &str) -> Result<Logo, Unusable> {
    let allowed = |text: &str| {
        inspect(text, name)?;
        if weight::too_heavy(text) { unusable(too_large(name), SIMPLER) } else { Ok(()) }
    };
    allowed(text)?;
    let broken = || Unusable { why: format!("het logo ‘{name}’ is geen goede SVG"), help: OTHER_FILE };
    let tree = Tree::from_str(text, &Options::default()).map_err(|_| broken())?;
    if tree.root().children().is_empty() {
        return unusable(format!("in het logo ‘{name}’ is niets te zien"), OUTLINES);
    }
    let [breedte, hoogte] = [tree.size().width(), tree.size().height()].map(f64::from);
    let shapes = tree.to_string(&WriteOptions::default());
    if shapes.len() > MAX_BYTES {
        return unusable(too_large(name), SIMPLER);
    }
    // A style can ask for what stands in no element: `filter: blur(9px)`. Here it has become one.
    allowed(&shapes)?;
    Ok(Logo { soort: LogoSoort::Svg, bytes: shapes.into_bytes(), breedte, hoogte })
}

/// Refuses what could run or reach outside, and letters, which would look different on every machine.
fn inspect(text: &str, name: &str) -> Result<(), Unusable> {
    let refused = |what: &str, help| unusable(format!("in het logo ‘{name}’ staat {what}"), help);
    let mut reader = Reader::from_str(text);
    let (mut elements, mut depth) = (0, 0_usize);
    loop {
        let event = reader.read_event();
        match &event {
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH || elements > MAX_ELEMENTS {
            return unusable(too_large(name), SIMPLER);
        }
        match event {
            Ok(Event::Eof) => return Ok(()),
            Ok(Event::Start(element) | Event::Empty(element)) => {
                elements += 1;
                let local = element.local_name().as_ref().to_lowercase();
                match local.as_str() {
                    "script" | "foreignobject" | "iframe" | "handler" | "listener" => {
                        return refused("iets wat een programma kan zijn", OUTLINES);
                    }
                    "animate" | "animatemotion" | "animatetransform" | "set" => return refused("beweging", OUTLINES),
                    "image" | "feimage" => return refused("een ander plaatje", OUTLINES),
                    "text" => return refused("tekst, en die ziet er niet overal hetzelfde uit", OUTLINES),
                    "filter" | "marker" => return refused("een effect, zoals een schaduw of een pijlpunt", OUTLINES),
                    _ => {}
                }
                match suspicious(&element) {
                    Some(what) => return refused(what, OUTLINES),
                    None => continue,
                }
            }
            Ok(Event::Text(text)) if reaches_out(&text) => {
                return refused("een verwijzing naar buiten", OUTLINES);
            }
            Ok(Event::CData(text)) if reaches_out(&text) => {
                return refused("een verwijzing naar buiten", OUTLINES);
            }
            Ok(Event::PI(instruction)) if instruction.starts_with("xml-stylesheet") => {
                return refused("een verwijzing naar buiten", OUTLINES);
            }
            Ok(Event::DocType(kind)) if kind.contains('[') => return refused("een eigen afkorting (ENTITY)", OUTLINES),
            Ok(_) => {}
            Err(_) => return unusable(format!("het logo ‘{name}’ is geen goede SVG"), OTHER_FILE),
        }
    }
}

fn suspicious(element: &BytesStart) -> Option<&'static str> {
    for attribute in element.attributes().with_checks(false) {
        let Ok(attribute) = attribute else { return Some("een kenmerk dat niet te lezen is") };
        let name = attribute.key.local_name().as_ref().to_lowercase();
        let value = attribute.value.trim().to_lowercase();
        if name.starts_with("on") {
            return Some("iets wat een programma kan zijn");
        }
        let link = ["href", "src"].contains(&name.as_str()) && !value.starts_with('#');
        if link || reaches_out(&value) {
            return Some("een verwijzing naar buiten");
        }
    }
    None
}

/// A style that points elsewhere than into the file itself.
fn reaches_out(style: &str) -> bool {
    let style = style.to_lowercase();
    let points_out = |(at, _): (usize, &str)| {
        !style[at + 4..]
            .trim_start_matches(|letter: char| letter.is_whitespace() || "\"'".contains(letter))
            .starts_with('#')
            && !style[at + 4..].starts_with("&quot;#")
    };
    style.contains("@import") || style.contains("javascript:") || style.match_indices("url(").any(points_out)
}
