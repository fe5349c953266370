//! What our templates have beyond Markdown: lines with `:::` or `::`, and braces behind a heading.

use super::error::{Fault, suggestion_or_list};
use super::figure;
use super::language::{CONTAINERS, LEAVES};
use super::token::reveal;
use crate::tree::{AsideKind, Field, FieldInput, Figure};

/// What a line with colons says.
#[derive(Debug, Clone, PartialEq)]
pub enum Directive {
    Open(Container),
    Close,
    PageBreak,
    WritingSpace(u8),
    Figure(Figure),
    Field(Field),
}

/// What a `:::` line opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Container {
    Aside(AsideKind),
    Signatures,
    Table { widths: Option<Vec<u16>>, row_headers: bool },
}

/// What stands between braces behind a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes {
    pub article: bool,
    pub anchor: Option<String>,
}

/// More do not fit on a page.
const MOST_LINES: u8 = 40;

impl Container {
    pub fn name(&self) -> &'static str {
        match self {
            Container::Aside(AsideKind::Source) => "bron",
            Container::Aside(AsideKind::Addition) => "toevoeging",
            Container::Aside(AsideKind::Attention) => "let-op",
            Container::Signatures => "ondertekening",
            Container::Table { .. } => "tabel",
        }
    }
}

/// The directive on a line of output, if it is one.
pub fn parse_line(line: &str) -> Result<Option<Directive>, Fault> {
    let text = line.trim();
    if let Some(figure) = figure::on_line(text)? {
        return Ok(Some(Directive::Figure(figure)));
    }
    if let Some(rest) = text.strip_prefix(":::") {
        return container(rest).map(Some);
    }
    if let Some(rest) = text.strip_prefix("::") {
        return leaf(rest).map(Some);
    }
    let bare = text.trim_start_matches(|character: char| "-*+>0123456789.) ".contains(character));
    let is_directive = bare
        .strip_prefix("::")
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_alphabetic() || first == ':'));
    if is_directive && bare.len() < text.len() {
        let colons = if bare.starts_with(":::") { ":::" } else { "::" };
        return Err(Fault::new(format!("‘{colons}’ moet op een eigen regel staan"))
            .help("begin een nieuwe regel, even ver ingesprongen als de tekst van dit punt"));
    }
    Ok(None)
}

fn container(rest: &str) -> Result<Directive, Fault> {
    let rest = rest.trim();
    if rest.is_empty() {
        return Ok(Directive::Close);
    }
    let (name, braces) = match rest.split_once('{') {
        Some((name, braces)) => (name.trim(), Some(braces)),
        None => (rest, None),
    };
    let kind = match name {
        "bron" => Container::Aside(AsideKind::Source),
        "toevoeging" => Container::Aside(AsideKind::Addition),
        "let-op" => Container::Aside(AsideKind::Attention),
        "ondertekening" => Container::Signatures,
        "tabel" => return table(braces).map(Directive::Open),
        _ if LEAVES.iter().any(|leaf| name.starts_with(leaf)) => {
            return Err(Fault::new(format!("‘{}’ heeft twee dubbele punten, geen drie", reveal(name)))
                .help(format!("schrijf ‘::{}’", reveal(name))));
        }
        _ => return Err(unknown(&format!("::: {}", reveal(name)), &reveal(name), CONTAINERS)),
    };
    match braces {
        None => Ok(Directive::Open(kind)),
        Some(_) => Err(Fault::new(format!("achter ‘::: {name}’ kan niets tussen accolades staan"))),
    }
}

fn unknown(whole: &str, name: &str, known: &[&str]) -> Fault {
    Fault::new(format!("‘{whole}’ bestaat niet")).help(suggestion_or_list(name, known))
}

/// The settings behind `::: tabel`, after the opening brace.
fn table(braces: Option<&str>) -> Result<Container, Fault> {
    let mut widths = None;
    let mut row_headers = false;
    for setting in settings(braces.unwrap_or("}"))? {
        match setting.split_once('=') {
            Some(("breedte", value)) => widths = Some(parse_widths(value)?),
            None if setting == "rijkop" => row_headers = true,
            _ => {
                let name = setting.split('=').next().unwrap_or_default();
                return Err(unknown(&reveal(&setting), &reveal(name), &["breedte", "rijkop"]));
            }
        }
    }
    Ok(Container::Table { widths, row_headers })
}

fn parse_widths(value: &str) -> Result<Vec<u16>, Fault> {
    let widths = reveal(value.trim_matches('"'));
    let parsed: Vec<u16> = widths
        .split_whitespace()
        .map(|width| width.parse().ok().filter(|width| (1..=100).contains(width)))
        .collect::<Option<_>>()
        .unwrap_or_default();
    if parsed.is_empty() {
        return Err(Fault::new(format!("‘{widths}’ is geen rij breedtes"))
            .help("schrijf voor elke kolom een heel getal van 1 tot 100: breedte=\"1 4 2\""));
    }
    Ok(parsed)
}

/// The settings up to a closing brace, parted by spaces that do not stand between quotation marks.
fn settings(braces: &str) -> Result<Vec<String>, Fault> {
    let Some(inner) = braces.trim_end().strip_suffix('}') else {
        return Err(Fault::new("hier ontbreekt de accolade ‘}’ aan het eind van de regel"));
    };
    let mut found = vec![String::new()];
    let mut quoted = false;
    for character in inner.chars() {
        quoted ^= character == '"';
        match found.last_mut() {
            _ if character.is_whitespace() && !quoted => found.push(String::new()),
            Some(setting) => setting.push(character),
            None => {}
        }
    }
    found.retain(|setting| !setting.is_empty());
    if quoted {
        return Err(Fault::new("hier ontbreekt een aanhalingsteken ‘\"’"));
    }
    Ok(found)
}

fn leaf(rest: &str) -> Result<Directive, Fault> {
    if let Some(field) = field(rest)? {
        return Ok(Directive::Field(field));
    }
    let text = reveal(rest.trim());
    let (name, value) = text.split_once(char::is_whitespace).unwrap_or((&text, ""));
    match name {
        "pagina-einde" if value.is_empty() => Ok(Directive::PageBreak),
        "pagina-einde" => Err(Fault::new("achter ‘::pagina-einde’ kan niets staan")),
        "schrijfregels" => match value.trim().parse() {
            Ok(lines) if (1..=MOST_LINES).contains(&lines) => Ok(Directive::WritingSpace(lines)),
            _ => Err(Fault::new(format!("achter ‘::schrijfregels’ hoort een getal van 1 tot {MOST_LINES}"))
                .help("schrijf bijvoorbeeld ‘::schrijfregels 4’")),
        },
        _ if CONTAINERS.contains(&name) => {
            Err(Fault::new(format!("‘{name}’ heeft drie dubbele punten")).help(format!("schrijf ‘::: {name}’")))
        }
        _ => Err(unknown(&format!("::{name}"), name, LEAVES)),
    }
}

/// A field of a form, if the line names one: a label with room to write, or a label with choices behind it.
fn field(rest: &str) -> Result<Option<Field>, Fault> {
    let rest = rest.trim();
    let (name, value) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let (shown, input) = match name {
        "invulveld" => {
            // Punctuation of a user is shielded here, but not a number: only what the template says may count.
            let (first, label) = value.trim().split_once(char::is_whitespace).unwrap_or((value.trim(), ""));
            match first.parse() {
                Ok(lines) if (1..=MOST_LINES).contains(&lines) => (label, FieldInput::Lines(lines)),
                _ => {
                    return Err(Fault::new(format!("achter ‘::invulveld’ hoort een getal van 1 tot {MOST_LINES}"))
                        .help("schrijf hoeveel regels, en dan het opschrift: ‘::invulveld 1 Naam’"));
                }
            }
        }
        "keuzeveld" => {
            let mut parts = value.split('|').map(|part| reveal(part.trim()).trim().to_owned());
            let label = parts.next().unwrap_or_default();
            let choices: Vec<String> = parts.collect();
            if choices.is_empty() || choices.iter().any(String::is_empty) {
                return Err(Fault::new("achter ‘::keuzeveld’ ontbreekt een keuze").help(
                    "schrijf het opschrift en de keuzes met streepjes ertussen: ‘::keuzeveld Hoe? | bellen | mailen’",
                ));
            }
            return labelled(label, FieldInput::Choices(choices)).map(Some);
        }
        _ => return Ok(None),
    };
    labelled(reveal(shown.trim()).trim().to_owned(), input).map(Some)
}

fn labelled(label: String, input: FieldInput) -> Result<Field, Fault> {
    match label.is_empty() {
        true => Err(Fault::new("dit veld heeft geen opschrift")
            .help("schrijf erachter wat iemand invult: wie het formulier laat voorlezen, hoort dat")),
        false => Ok(Field { label, input }),
    }
}

/// A heading line without its braces, and what stood in them.
pub fn parse_heading(line: &str) -> Result<Option<(&str, Attributes)>, Fault> {
    let trimmed = line.trim();
    let Some(inner) = trimmed.strip_prefix('#').and_then(|rest| rest.strip_suffix('}')) else { return Ok(None) };
    let Some((_, braces)) = inner.rsplit_once(" {") else { return Ok(None) };
    let mut attributes = Attributes::default();
    for setting in braces.split_whitespace() {
        match setting.strip_prefix('#') {
            Some(anchor) => attributes.anchor = Some(parse_anchor(&reveal(anchor))?),
            None if setting == ".artikel" => attributes.article = true,
            None => return Err(unknown(&reveal(setting), &reveal(setting), &[".artikel", "#anker"])),
        }
    }
    let end = line.rfind(" {").unwrap_or(line.len());
    Ok(Some((&line[..end], attributes)))
}

fn parse_anchor(anchor: &str) -> Result<String, Fault> {
    let fits =
        !anchor.is_empty() && anchor.chars().all(|character| character.is_ascii_alphanumeric() || character == '-');
    if fits {
        return Ok(anchor.to_owned());
    }
    Err(Fault::new(format!("‘#{anchor}’ kan geen anker zijn"))
        .help("gebruik alleen gewone letters, cijfers en streepjes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_settings_of_a_table() {
        let wanted = Container::Table { widths: Some(vec![1, 4, 2]), row_headers: true };
        assert_eq!(parse_line("::: tabel {breedte=\"1 4 2\" rijkop}"), Ok(Some(Directive::Open(wanted))));
    }

    #[test]
    fn reads_the_fields_of_a_form() {
        let field = |label: &str, input| Ok(Some(Directive::Field(Field { label: label.to_owned(), input })));
        assert_eq!(parse_line("::invulveld 3 Wat wilt u?"), field("Wat wilt u?", FieldInput::Lines(3)));
        let choices = FieldInput::Choices(vec!["bellen".to_owned(), "mailen".to_owned()]);
        assert_eq!(parse_line("::keuzeveld Hoe? | bellen | mailen"), field("Hoe?", choices));
    }

    #[test]
    fn an_ordinary_line_is_no_directive() {
        for line in ["tekst", ": x", "- punt", "1. lid", "https://x ::: y"] {
            assert_eq!(parse_line(line), Ok(None), "{line}");
        }
    }

    #[test]
    fn every_mistake_has_a_way_out() {
        for (line, help) in [
            ("::: brn", "bedoelde u ‘bron’?"),
            ("::: pagina-einde", "schrijf ‘::pagina-einde’"),
            ("::bron", "schrijf ‘::: bron’"),
            ("::schrijfregels 0", "schrijf bijvoorbeeld ‘::schrijfregels 4’"),
            ("::invulveld Naam", "schrijf hoeveel regels, en dan het opschrift: ‘::invulveld 1 Naam’"),
            ("::invulveld 2", "schrijf erachter wat iemand invult: wie het formulier laat voorlezen, hoort dat"),
            (
                "::keuzeveld Hoe?",
                "schrijf het opschrift en de keuzes met streepjes ertussen: ‘::keuzeveld Hoe? | bellen | mailen’",
            ),
            ("::: tabel {breedt=\"1\"}", "bedoelde u ‘breedte’?"),
            ("::: tabel {breedte=\"0 1\"}", "schrijf voor elke kolom een heel getal van 1 tot 100: breedte=\"1 4 2\""),
        ] {
            assert_eq!(parse_line(line).map_err(|fault| fault.help), Err(help.to_owned()), "{line}");
        }
    }

    #[test]
    fn reads_the_braces_of_a_heading() {
        let attributes = Attributes { article: true, anchor: Some("doel".to_owned()) };
        assert_eq!(parse_heading("## Doel {.artikel #doel}"), Ok(Some(("## Doel", attributes))));
        assert_eq!(parse_heading("## Doel"), Ok(None));
        assert!(parse_heading("## Doel {.artikl}").is_err());
    }
}
