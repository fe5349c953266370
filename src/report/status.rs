//! The walk at a glance: where a gemeente stands in every step, for people and for programs.

use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::lines::{plain, shell_word, wrapped};
use crate::handbook::TITLE;
use crate::progress::{Advies, Hoe, Staat, Stap, Tussenstand};

/// Widths between which the lines keep; wider than this nobody follows a line to its end.
const WIDTHS: (usize, usize) = (40, 100);

/// The columns of number and name, and of the state.
const NUMBER: usize = 4;
const NAME: usize = 27;
const STATE: usize = 8;

/// What the overview shows.
pub struct Overzicht<'a> {
    /// “Wijk en Psychiatrie in Veldrijk”.
    pub title: String,
    pub stand: &'a [Tussenstand],
    pub advies: Option<Advies>,
    /// How many errors the files have.
    pub fouten: usize,
    /// The files of a step that have been made: what stands in the output folder.
    pub gemaakt: &'a dyn Fn(&Stap) -> Vec<String>,
    /// What comes behind every command, such as ` -C veldrijk`.
    pub behind: String,
}

impl Overzicht<'_> {
    fn done(&self) -> usize {
        self.stand.iter().filter(|one| one.staat == Staat::Gereed).count()
    }
}

/// The overview as lines of at most `width` columns, but never narrower than forty. With `all`, everything that is missing
/// is told.
pub fn plain_text(overzicht: &Overzicht, width: usize, color: bool, all: bool) -> String {
    let width = width.clamp(WIDTHS.0, WIDTHS.1);
    let (done, count) = (overzicht.done(), overzicht.stand.len());
    let mut lines = wrapped(&plain(&overzicht.title), width);
    let told = format!("  {done} van {count} stappen gereed");
    let room = width.saturating_sub(told.width());
    let full = room * done / count.max(1);
    lines.push(format!("{}{}{told}", paint("━".repeat(full), Staat::Gereed, color), "─".repeat(room - full)));
    lines.push(String::new());
    if overzicht.fouten > 0 {
        let what =
            if overzicht.fouten == 1 { "is 1 fout".to_owned() } else { format!("zijn {} fouten", overzicht.fouten) };
        let text = format!("Let op: er {what} in de bestanden. Daardoor kan hier iets ontbreken. Bekijk ze met:");
        lines.extend(wrapped(&text, width));
        lines.push(format!("  wep controleer{}", overzicht.behind));
        lines.push(String::new());
    }
    for one in overzicht.stand {
        lines.extend(step(one, &(overzicht.gemaakt)(one.stap), width, color, all));
    }
    lines.push(String::new());
    match &overzicht.advies {
        Some(advies) => lines.extend(advice(advies, &overzicht.behind, width)),
        None => {
            let text = "Alle stappen zijn gezet. Gefeliciteerd: Wijk en Psychiatrie staat. Houd de werkgroep en het \
                        wijknetwerk gaande, en kijk op de afgesproken dagen samen terug.";
            lines.extend(wrapped(text, width));
        }
    }
    lines.join("\n") + "\n"
}

fn step(one: &Tussenstand, made: &[String], width: usize, color: bool, all: bool) -> Vec<String> {
    let head = format!("{:>2}  {:<NAME$}", one.nummer, one.stap.naam);
    let state = paint(format!("{:<STATE$}", one.staat.woord()), one.staat, color);
    let details = details(one);
    let indent = NUMBER + NAME + STATE;
    let room = width.saturating_sub(indent);
    let mut lines = Vec::new();
    // Where there is little room, the details come below.
    let (beside, indent) = if room >= 30 { (true, indent) } else { (false, NUMBER) };
    let mut parts = wrapped(&details, width - indent);
    let first = if beside && !parts.is_empty() { parts.remove(0) } else { String::new() };
    lines.push(format!("{head}{state}{first}").trim_end().to_owned());
    lines.extend(parts.into_iter().map(|part| format!("{:indent$}{part}", "")));
    if !made.is_empty() {
        let text = format!("stuk: {}", plain(&papers(made)));
        lines.extend(wrapped(&text, width - indent).into_iter().map(|part| format!("{:indent$}{part}", "")));
    }
    let tell = matches!(one.staat, Staat::Bezig | Staat::Open) || all && one.staat == Staat::Wacht;
    if tell {
        lines.extend(missing(one, width, all));
    }
    lines
}

/// The files by name, with the forms of each: “convenant (docx, pdf)”.
fn papers(made: &[String]) -> String {
    let mut names: Vec<(&str, Vec<&str>)> = Vec::new();
    for file in made {
        let (name, form) = file.rsplit_once('.').unwrap_or((file, ""));
        match names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, forms)) => forms.push(form),
            None => names.push((name, vec![form])),
        }
    }
    let said = names.iter().map(|(name, forms)| format!("{name} ({})", forms.join(", ")));
    said.collect::<Vec<_>>().join(", ")
}

/// How far it is, who, when, or what it waits for.
fn details(one: &Tussenstand) -> String {
    if one.staat == Staat::Wacht {
        let names: Vec<&str> = one.wacht_op.iter().map(|stap| stap.naam).collect();
        return format!("op: {}", names.join(", "));
    }
    let day = one.datum.map(|day| day.long());
    let parts = [day, one.telling.clone(), one.wie.clone()];
    plain(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn missing(step: &Tussenstand, width: usize, all: bool) -> Vec<String> {
    let (first, more) = if all { (&step.nodig[..], 0) } else { step.first_needs() };
    let mut lines = Vec::new();
    for one in first {
        for (number, part) in wrapped(&plain(&one.wat), width - NUMBER - 5).into_iter().enumerate() {
            lines.push(format!("{:NUMBER$}{}{part}", "", if number == 0 { "nog: " } else { "     " }));
        }
    }
    if more > 0 {
        lines.push(format!("{:NUMBER$}     … en nog {more}", ""));
    }
    lines
}

fn advice(advies: &Advies, behind: &str, width: usize) -> Vec<String> {
    let mut lines = wrapped(&plain(&format!("Nu het beste. {}", advies.zin)), width);
    let commands: Vec<(String, &str)> = advies
        .opdrachten
        .iter()
        .map(|one| {
            let words: Vec<String> = one.woorden.iter().map(|word| shell_word(&plain(word))).collect();
            (format!("wep {}{behind}", words.join(" ")), one.doet)
        })
        .collect();
    let widest = commands.iter().map(|(command, _)| command.width()).max().unwrap_or_default();
    for (command, does) in commands {
        if 2 + widest + 2 + does.width() <= width {
            lines.push(format!("  {command}{:pad$}  {does}", "", pad = widest - command.width()));
        } else {
            lines.push(format!("  {command}"));
        }
    }
    lines
}

fn paint(text: String, staat: Staat, color: bool) -> String {
    let style = match staat {
        _ if !color => return text,
        Staat::Gereed => AnsiColor::Green.on_default(),
        Staat::Bezig => AnsiColor::Yellow.on_default(),
        Staat::Wacht => Style::new().dimmed(),
        Staat::Open => AnsiColor::Cyan.on_default(),
    };
    if text.is_empty() { text } else { format!("{style}{text}{style:#}") }
}

/// Everything, for other programs. Days are written as `2027-01-20`.
pub fn json(overzicht: &Overzicht) -> String {
    let advies = overzicht.advies.as_ref().map(|advies| {
        let commands = advies.opdrachten.iter().map(|one| json!({ "woorden": one.woorden, "doet": one.doet }));
        json!({ "stap": advies.slug, "zin": advies.zin, "opdrachten": commands.collect::<Vec<_>>() })
    });
    let steps: Vec<Value> = overzicht.stand.iter().map(|one| as_json(one, &(overzicht.gemaakt)(one.stap))).collect();
    let all = json!({
        "titel": overzicht.title,
        "gereed": overzicht.done(),
        "totaal": overzicht.stand.len(),
        "fouten": overzicht.fouten,
        "stappen": steps,
        "volgende": advies,
    });
    format!("{all:#}\n")
}

fn as_json(one: &Tussenstand, made: &[String]) -> Value {
    let nodig = one.nodig.iter().map(|nodig| match &nodig.hoe {
        Hoe::Gegeven { file, route, .. } => {
            json!({ "wat": nodig.wat, "soort": "gegeven", "bestand": file, "pad": route.to_string() })
        }
        Hoe::Feit(feit) => json!({ "wat": nodig.wat, "soort": "feit", "bestand": feit.file() }),
    });
    json!({
        "nummer": one.nummer,
        "stap": one.stap.slug,
        "naam": one.stap.naam,
        "bron": format!("{TITLE} {}", one.stap.paragraaf.0),
        "staat": one.staat.woord(),
        "datum": one.datum.map(|day| day.to_string()),
        "wie": one.wie,
        "telling": one.telling,
        "wacht_op": one.wacht_op.iter().map(|stap| stap.slug).collect::<Vec<_>>(),
        "gereed_als": one.stap.gereed_als,
        "stukken": one.stap.stukken.map(|(_, kinds)| kinds),
        "gemaakt": made,
        "nodig": nodig.collect::<Vec<_>>(),
    })
}
