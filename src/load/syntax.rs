//! Says in Dutch why a text is no YAML, and where. The parser's own English message only tells which explanation fits.

use std::ops::Range;

use super::wording::quoted;
use super::yaml::Open;

/// Why a text cannot be read as YAML.
#[derive(Debug)]
pub(super) struct Fault {
    pub span: Range<usize>,
    pub message: String,
    pub help: String,
}

/// What the parser had seen when it stopped.
pub(super) struct Scene<'a> {
    pub text: &'a str,
    /// Where it stopped, in bytes.
    pub at: usize,
    pub info: &'a str,
    pub last_scalar: Range<usize>,
    pub open: &'a [Open],
}

const QUOTE_ALL: &str = "zet aanhalingstekens om de hele waarde";
const ALIGN: &str = "laat velden die bij elkaar horen even ver inspringen, met spaties";

pub(super) fn too_deep(span: Range<usize>) -> Fault {
    fault(span, "hier zitten te veel lagen in elkaar", "een bestand van wep heeft hooguit enkele lagen")
}

pub(super) fn too_much(span: Range<usize>) -> Fault {
    fault(span, "het bestand bevat te veel gegevens", "schrijf gegevens uit zonder ‘*’ en ‘&’, of maak de lijst korter")
}

pub(super) fn endless_alias(span: Range<usize>) -> Fault {
    fault(span, "deze verwijzing met ‘*’ verwijst naar zichzelf", "schrijf de gegevens uit")
}

pub(super) fn second_document(span: Range<usize>) -> Fault {
    let message = "hier begint een tweede document; een bestand van wep heeft er één";
    fault(span, message, "haal de regel met ‘---’ of ‘...’ weg")
}

/// A value that starts with a sign that means something to YAML.
pub(super) fn special_start(text: &str, at: usize) -> Fault {
    let line_end = at + text[at..].find(['\n', '\r']).unwrap_or(text.len() - at);
    let sign: String = text[at..].chars().take(1).collect();
    let value = text[at..line_end].trim_end();
    let message = format!("een waarde kan niet zomaar beginnen met ‘{sign}’");
    fault(at..at + value.len(), message, quote_help(value))
}

/// The explanation that fits.
pub(super) fn explain(scene: &Scene<'_>) -> Fault {
    let says = |part: &str| scene.info.contains(part);
    if let Some(found) = tab(scene) {
        return found;
    }
    if says("escape") && !says("tag") || says("hexadecimal") {
        return backslash(scene);
    }
    if says("trailing content") || says("quoted scalar") {
        return quotation_mark(scene);
    }
    if let Some(opened) = scene.open.iter().rev().find_map(|open| open.bracket) {
        return bracket(scene, opened);
    }
    if says("mapping values") {
        return colon(scene);
    }
    if says("simple key") {
        return missing_colon(scene);
    }
    if says("misplaced bracket") {
        return fault(
            char_span(scene),
            "hier sluit een haak die nergens opengaat",
            "haal de haak weg, of zet aanhalingstekens om de waarde",
        );
    }
    if says("recursion limit") {
        return too_deep(char_span(scene));
    }
    if says("unprintable") || says("byte order mark") {
        return fault(
            char_span(scene),
            "hier staat een onzichtbaar teken dat niet kan",
            "haal het weg en typ de tekst opnieuw",
        );
    }
    if says("block sequence entries") {
        let message = "een streepje (-) kan niet achter de naam van een veld staan";
        return fault(char_span(scene), message, "zet elk onderdeel met zijn streepje op een eigen regel daaronder");
    }
    let special = [
        "unexpected character",
        "anchor",
        "tag",
        "TAG",
        "expected comment or line break",
        "node content",
        "mapping keys",
    ];
    if special.iter().any(|part| says(part)) && scene.at < scene.text.len() {
        return special_start(scene.text, scene.at);
    }
    if says("expected key") || says("'-' indicator") || says("indent") {
        return misaligned(scene);
    }
    unclear(scene)
}

fn unclear(scene: &Scene<'_>) -> Fault {
    // The end of the file is no line to look at: the last one with something on it is.
    let seen = scene.text[..scene.at].trim_end().len();
    let here = line_content(scene.text, scene.at);
    let line = if here.is_empty() { line_content(scene.text, seen) } else { here };
    if scene.text[line.clone()].starts_with('%') {
        let help = "haal het teken weg, of zet aanhalingstekens om de tekst";
        return fault(line, "een regel kan niet beginnen met ‘%’", help);
    }
    if let Some(tab) = scene.text[line.clone()].find('\t') {
        let at = line.start + tab;
        return fault(at..at + 1, "hier staat een tab", "vervang de tab door een spatie");
    }
    let help = "kijk of het inspringen, de aanhalingstekens en de dubbele punten kloppen";
    fault(line, "wep kan deze regel niet lezen", help)
}

fn tab(scene: &Scene<'_>) -> Option<Fault> {
    let line = line_content(scene.text, scene.at);
    let next = line_content(scene.text, next_line(scene.text, scene.at));
    let indent_tab = [line, next].into_iter().find_map(|content| {
        let start = line_start(scene.text, content.start);
        scene.text[start..content.start].find('\t').map(|at| start + at)
    });
    let at = match indent_tab {
        Some(at) => at,
        None if scene.info.contains("tab") => scene.text[..scene.at].rfind('\t').or(Some(scene.at))?,
        None => return None,
    };
    let span = at..(at + 1).min(scene.text.len());
    Some(fault(span, "hier staat een tab; YAML springt in met spaties", "vervang elke tab door twee spaties"))
}

fn backslash(scene: &Scene<'_>) -> Fault {
    let at = scene.text[scene.at..].find('\\').map_or(scene.at, |found| scene.at + found);
    let end = scene.text[at..].char_indices().nth(2).map_or(scene.text.len(), |(length, _)| at + length);
    let message = format!("{} betekent niets tussen dubbele aanhalingstekens", quoted(&scene.text[at..end]));
    fault(at..end, message, "gebruik enkele aanhalingstekens ('…'), of schrijf elke \\ dubbel: \\\\")
}

fn quotation_mark(scene: &Scene<'_>) -> Fault {
    let text = scene.text;
    // The parser gives either the opening mark or what stands behind the closing one.
    let after = if scene.last_scalar.end <= scene.at { scene.last_scalar.end } else { 0 };
    let opening = text[after..].find(['"', '\'']).map_or(scene.at, |found| after + found);
    if scene.info.contains("trailing") && line_start(text, opening) == line_start(text, scene.at) {
        let message = "achter het aanhalingsteken waarmee de waarde sluit, staat nog tekst";
        let inside = match text[opening..].starts_with('"') {
            true => "een \" in de tekst zelf schrijft u als \\\"",
            false => "een ' in de tekst zelf schrijft u dubbel: ''",
        };
        return fault(char_span(scene), message, format!("zet de aanhalingstekens om de hele waarde; {inside}"));
    }
    let end = line_content(text, opening).end.max(opening);
    let message = "de tekst die hier begint, heeft geen aanhalingsteken aan het eind";
    let value = &text[opening..end];
    // ’s-Gravenhage and ’t Hoekje: the mark is part of the name.
    let apostrophe = ["'s-", "'s ", "'t ", "'n "].iter().any(|start| value.starts_with(start));
    if apostrophe {
        return fault(opening..end, message, quote_help(value));
    }
    fault(opening..end, message, "zet achter de tekst hetzelfde aanhalingsteken als ervoor")
}

fn bracket(scene: &Scene<'_>, opened: usize) -> Fault {
    let text = scene.text;
    let sign = &text[opened..opened + 1];
    let same_line = line_start(text, opened) == line_start(text, scene.at);
    if text[scene.at..].starts_with(',') && text[..scene.at].trim_end().ends_with([',', '[', '{']) {
        return fault(char_span(scene), "hier staat een komma te veel", "haal de komma weg");
    }
    if same_line && scene.at < text.trim_end().len() {
        let help = "zet een komma tussen de onderdelen, en aanhalingstekens om tekst met leestekens";
        return fault(char_span(scene), format!("na de haak ‘{sign}’ klopt hier iets niet"), help);
    }
    let closing = if sign == "{" { "}" } else { "]" };
    let help =
        format!("zet er ‘{closing}’ achter, of zet aanhalingstekens om de waarde als de haak bij de tekst hoort");
    fault(opened..opened + 1, format!("de haak ‘{sign}’ wordt niet gesloten"), help)
}

fn colon(scene: &Scene<'_>) -> Fault {
    let text = scene.text;
    let value = scene.last_scalar.clone();
    if line_start(text, value.start) != line_start(text, scene.at) {
        let message = "dit veld springt verder in dan het veld erboven";
        return fault(line_content(text, scene.at), message, ALIGN);
    }
    let end = line_content(text, scene.at).end;
    let whole = if value.start < end { &text[value.start..end] } else { "" };
    let message = "een dubbele punt met een spatie erachter kan niet zomaar in een tekst staan";
    fault(char_span(scene), message, quote_help(whole))
}

fn missing_colon(scene: &Scene<'_>) -> Fault {
    let text = scene.text;
    let mut at = next_line(text, scene.last_scalar.end);
    if scene.last_scalar.end == 0 {
        at = 0;
    }
    let mut line = line_content(text, at);
    while (line.is_empty() || text[line.clone()].starts_with('#')) && line.end < text.len() {
        line = line_content(text, next_line(text, line.end));
    }
    let content = &text[line.clone()];
    if let Some((name, rest)) = content.split_once(':')
        && !name.contains(' ')
        && !rest.is_empty()
        && !rest.starts_with([' ', '/'])
    {
        let message = "achter de dubbele punt hoort een spatie";
        let after = line.start + name.len();
        return fault(after..after + 1, message, format!("schrijf: {name}: {}", rest));
    }
    let message = format!("achter {} hoort een dubbele punt", quoted(content));
    let help = "schrijf ‘veld: waarde’; hoort deze regel bij de tekst erboven, laat hem dan verder inspringen";
    fault(line, message, help)
}

fn misaligned(scene: &Scene<'_>) -> Fault {
    let text = scene.text;
    let line = line_content(text, scene.at);
    let content = &text[line.clone()];
    let in_list = scene.info.contains("'-' indicator");
    if let Some((name, value)) = content.split_once(": ")
        && value.starts_with(['[', '{'])
        && !value.ends_with([']', '}'])
    {
        let start = line.start + name.len() + 2;
        return fault(
            start..line.end,
            "YAML leest een waarde die met een haak begint niet als tekst",
            quote_help(value),
        );
    }
    if content.starts_with("- ") {
        let message =
            if in_list { "dit streepje staat niet recht onder de andere" } else { "dit streepje hoort bij geen lijst" };
        return fault(line, message, "zet de streepjes van één lijst recht onder elkaar, onder de naam van het veld");
    }
    if in_list && (content.contains(": ") || content.ends_with(':')) {
        let help = "zet het recht onder het eerste veld achter het streepje";
        return fault(line, "dit veld staat niet recht onder de andere velden van dit onderdeel", help);
    }
    if in_list {
        let message = "hier hoort het volgende onderdeel van de lijst, met een streepje (-) ervoor";
        return fault(line, message, ALIGN);
    }
    fault(line, "deze regel staat niet recht onder de velden waar hij bij hoort", ALIGN)
}

fn fault(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Fault {
    Fault { span, message: message.into(), help: help.into() }
}

/// How the value looks with quotation marks around it.
fn quote_help(value: &str) -> String {
    let value = value.trim();
    if value.is_empty() || value.chars().count() > 60 {
        return QUOTE_ALL.to_owned();
    }
    let mark = if value.contains(['"', '\\']) { '\'' } else { '"' };
    if mark == '\'' && value.contains('\'') {
        return QUOTE_ALL.to_owned();
    }
    format!("{QUOTE_ALL}: {mark}{value}{mark}")
}

fn char_span(scene: &Scene<'_>) -> Range<usize> {
    let length = scene.text[scene.at..].chars().next().filter(|next| !next.is_control()).map_or(0, char::len_utf8);
    scene.at..scene.at + length
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |found| found + 1)
}

/// Start of the line after the one that holds `at`.
fn next_line(text: &str, at: usize) -> usize {
    match text[at..].find(['\n', '\r']) {
        Some(found) if text[at + found..].starts_with("\r\n") => at + found + 2,
        Some(found) => at + found + 1,
        None => text.len(),
    }
}

/// What stands on the line that holds `at`, without indentation and trailing white space.
fn line_content(text: &str, at: usize) -> Range<usize> {
    let start = line_start(text, at);
    let end = start + text[start..].find(['\n', '\r']).unwrap_or(text.len() - start);
    let line = &text[start..end];
    let content = start + line.len() - line.trim_start().len();
    content..content.max(start + line.trim_end().len())
}
