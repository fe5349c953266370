//! The logo of the house style: a file inside the folder of the gemeente, made safe to show in any document.
//!
//! What is shown is never the file itself: a PNG is decoded and written anew, an SVG is reduced to its shapes. A script,
//! a reference to the outside or a picture of a million points does not get further than here.

mod weight;

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Options, Tree, WriteOptions};

use crate::check::{Code, Finding, Route};
use crate::model::{Logo, LogoSoort, file};

/// A logo that is larger is a photograph, and would be in every document.
const MAX_BYTES: u64 = 2_000_000;
const MAX_DOTS: u32 = 4_000;
/// `use` repeats what it points at, and that may hold `use` again: few are harmless.
const MAX_USES: usize = 20;
/// Elements that are left when all that is pointed at stands where it is pointed from. A logo of a thousand is a large one.
const MAX_WEIGHT: u64 = 50_000;
/// Elements in each other.
const MAX_DEPTH: usize = 100;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

const OUTLINES: &str = "bewaar het logo in uw tekenprogramma als PNG, of als SVG met de letters als omtrekken";
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
    let path = folder.join(name);
    if let (Ok(real), Ok(home)) = (fs::canonicalize(&path), fs::canonicalize(folder))
        && !real.starts_with(home)
    {
        return Err(outside());
    }
    bytes(&path, name).and_then(|bytes| logo(&bytes, name)).map_err(|Unusable { why, help }| {
        finding(Code::LogoUnusable, format!("{why}; de documenten krijgen geen logo"), help)
    })
}

fn bytes(path: &Path, name: &str) -> Result<Vec<u8>, Unusable> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() && found.len() <= MAX_BYTES => {}
        Ok(found) if found.is_file() => {
            return unusable(too_large(name), "maak het kleiner, bijvoorbeeld 1.000 beeldpunten breed");
        }
        Ok(_) => return unusable(format!("‘{name}’ is geen bestand"), OTHER_FILE),
        Err(_) => {
            return unusable(format!("het logo ‘{name}’ is er niet"), "zet het bestand in de map van de gemeente");
        }
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
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
    inspect(text, name)?;
    let broken = || Unusable { why: format!("het logo ‘{name}’ is geen goede SVG"), help: OTHER_FILE };
    let tree = Tree::from_str(text, &Options::default()).map_err(|_| broken())?;
    if tree.root().children().is_empty() {
        return unusable(format!("in het logo ‘{name}’ is niets te zien"), OUTLINES);
    }
    // Drawn dot by dot for as long as it asks: a blur of a mile, noise of a million layers.
    if !tree.filters().is_empty() {
        return unusable(format!("in het logo ‘{name}’ staat een effect, zoals een schaduw"), OUTLINES);
    }
    let [breedte, hoogte] = [tree.size().width(), tree.size().height()].map(f64::from);
    let bytes = tree.to_string(&WriteOptions::default()).into_bytes();
    if bytes.len() as u64 > MAX_BYTES {
        return unusable(too_large(name), "maak het eenvoudiger, of bewaar het als PNG");
    }
    Ok(Logo { soort: LogoSoort::Svg, bytes, breedte, hoogte })
}

/// Refuses what could run or reach outside, and letters, which would look different on every machine.
fn inspect(text: &str, name: &str) -> Result<(), Unusable> {
    let refused = |what: &str, help| unusable(format!("in het logo ‘{name}’ staat {what}"), help);
    let mut reader = Reader::from_str(text);
    let (mut uses, mut depth) = (0, 0_usize);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(ref event @ (Event::Start(ref element) | Event::Empty(ref element))) => {
                depth += usize::from(matches!(event, Event::Start(_)));
                let local = element.local_name().as_ref().to_lowercase();
                match local.as_str() {
                    "script" | "foreignobject" | "iframe" | "handler" | "listener" => {
                        return refused("iets wat een programma kan zijn", OUTLINES);
                    }
                    "animate" | "animatemotion" | "animatetransform" | "set" => return refused("beweging", OUTLINES),
                    "image" | "feimage" => return refused("een ander plaatje", OUTLINES),
                    "text" => return refused("tekst, en die ziet er niet overal hetzelfde uit", OUTLINES),
                    "use" => uses += 1,
                    _ => {}
                }
                if uses > MAX_USES || depth > MAX_DEPTH {
                    return refused("te veel herhaling", OUTLINES);
                }
                match suspicious(element) {
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
    match weight::weight(text) {
        0..=MAX_WEIGHT => Ok(()),
        _ => refused("te veel herhaling", OUTLINES),
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
