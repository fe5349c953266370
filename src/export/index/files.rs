//! The files of a dossier as people look for them: by what they are for, each document once with a link to every form.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::character::turns;
use crate::document::{EigenStuk, FEEDS, KINDS, Kind, Purpose, sjabloonwijzer};
use crate::dutch::capitalised;
use crate::export::text::clean;
use crate::export::{TITLES, status};
use crate::model::Project;
use crate::tree::Paper;

/// A file that lies in the folder for documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub name: String,
    pub state: State,
}

/// How a file stands to what wep would make now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is what wep makes of the gemeente as it is now.
    Current,
    /// Someone edited it.
    Edited,
    /// It is what wep makes now, beside the file that someone edited.
    Beside,
    /// wep made it earlier, and not this time.
    Older,
    /// wep did not make it.
    Foreign,
}

impl State {
    /// What a reader has to know before opening it.
    fn remark(self) -> &'static str {
        match self {
            State::Current | State::Foreign => "",
            State::Edited => "zelf bewerkt",
            State::Beside => "nieuw van wep, naast wat u zelf bewerkte",
            State::Older => "van een eerdere keer",
        }
    }
}

/// Everything that stays as it is in an address; the rest could steer it.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The forms in the order in which a document shows them, each with its ending.
const FORMS: [(&str, &str); 11] = [
    ("docx", "Word"),
    ("pdf", "PDF"),
    ("html", "Webpagina"),
    ("md", "Markdown"),
    ("xlsx", "Excel"),
    ("ics", "Agenda (ICS)"),
    ("csv", "CSV"),
    ("json", "JSON"),
    ("geojson", "GeoJSON"),
    ("vcf", "vCard"),
    ("zip", "Zip"),
];

/// The endings of a document and of what goes with it.
const DOCUMENT_FORMS: [&str; 5] = ["docx", "pdf", "html", "md", "xlsx"];

/// Heading and mark of what wep did not make.
const REST: (&str, &str) = ("overig", "Wat er verder in de map staat");

/// Files that are for the same.
#[derive(Serialize)]
pub struct Group {
    id: String,
    naam: &'static str,
    stukken: Vec<Stuk>,
}

impl Group {
    /// How many files there are in it.
    pub fn len(&self) -> usize {
        self.stukken.iter().map(|stuk| stuk.bestanden.len()).sum()
    }
}

/// One document with all its forms.
#[derive(Serialize)]
struct Stuk {
    titel: String,
    bestanden: Vec<Bestand>,
}

#[derive(Serialize)]
struct Bestand {
    url: String,
    vorm: String,
    let_op: &'static str,
}

/// A file and where it comes: what sorts before, stands before.
struct Placed<'a> {
    /// Nothing for what wep did not make.
    purpose: Option<Purpose>,
    /// Those that share it are forms of one document.
    document: (usize, String),
    /// Among the forms of its document.
    rank: (usize, usize),
    titel: String,
    vorm: String,
    file: &'a Listed,
}

/// What wep makes by a name that begins so.
struct Known {
    stem: String,
    titel: String,
    purpose: Purpose,
    papers: &'static [Paper],
    /// The only ending that it has; nothing for the forms of a document.
    ending: Option<&'static str>,
}

/// The groups that have files, in the order of the walk, and behind them what wep did not make.
pub fn groups(project: &Project, files: &[Listed]) -> Vec<Group> {
    let known = known(project);
    let listed = files.iter().filter(|file| file.name != super::FILE);
    let mut placed: Vec<Placed> = listed.map(|file| place(file, &known)).collect();
    placed.sort_by(|one, other| {
        let place = |placed: &Placed| (placed.document.0, placed.document.1.clone(), placed.rank);
        place(one).cmp(&place(other)).then_with(|| one.file.name.cmp(&other.file.name))
    });
    let purposes = Purpose::ALL.into_iter().map(Some).chain([None]).enumerate();
    let groups = purposes.map(|(number, purpose)| {
        let (id, naam) = match purpose {
            Some(purpose) => (format!("groep-{}", number + 1), purpose.title()),
            None => (REST.0.to_owned(), REST.1),
        };
        Group { id, naam, stukken: stukken(placed.iter().filter(|one| one.purpose == purpose)) }
    });
    groups.filter(|group| !group.stukken.is_empty()).collect()
}

/// Files that follow each other and are of one document come together.
fn stukken<'a>(placed: impl Iterator<Item = &'a Placed<'a>>) -> Vec<Stuk> {
    let mut stukken: Vec<(&(usize, String), Stuk)> = Vec::new();
    for one in placed {
        let bestand = Bestand {
            url: utf8_percent_encode(&one.file.name, ESCAPED).to_string(),
            vorm: one.vorm.clone(),
            let_op: one.file.state.remark(),
        };
        match stukken.last_mut() {
            Some((document, stuk)) if **document == one.document => stuk.bestanden.push(bestand),
            _ => stukken.push((&one.document, Stuk { titel: one.titel.clone(), bestanden: vec![bestand] })),
        }
    }
    stukken.into_iter().map(|(_, stuk)| stuk).collect()
}

/// Everything that wep can make, in the order in which it is shown.
fn known(project: &Project) -> Vec<Known> {
    let of_kind = |kind: &'static Kind| {
        let one = move |(end, titel): (String, String)| Known {
            stem: format!("{}{end}", kind.slug),
            titel: named(kind, clean(&titel)),
            purpose: kind.purpose,
            papers: kind.papers(),
            ending: None,
        };
        kind.titles(project).into_iter().map(one)
    };
    let single = |name: &'static str, titel: &str, purpose: Purpose| {
        let (stem, ending) = parts(name);
        Known { stem: stem.to_owned(), titel: titel.to_owned(), purpose, papers: &[], ending: Some(ending) }
    };
    let feeds = FEEDS.iter().map(|feed| single(feed.name, feed.title, feed.purpose));
    let exports = TITLES.iter().map(|&(name, titel)| single(name, titel, Purpose::SocialeKaart));
    let status = single(status::FILE, "Hoe ver we zijn, om te laten zien", Purpose::Naslag);
    let own = EigenStuk::all(project).into_iter().flatten().map(|stuk| Known {
        stem: stuk.naam().to_owned(),
        titel: clean(stuk.titel()).unwrap_or_default(),
        purpose: Purpose::Eigen,
        papers: &[],
        ending: None,
    });
    let guide = single(sjabloonwijzer::FILE, "Zelf sjablonen schrijven", Purpose::Eigen);
    let others = feeds.chain(exports).chain([status, guide]).chain(own);
    KINDS.iter().flat_map(of_kind).chain(others).collect()
}

/// A sheet to hand out has as its title what stands on it in large letters: say what it is.
fn named(kind: &Kind, titel: Option<String>) -> String {
    let what = capitalised(kind.slug.split('-').next().unwrap_or_default());
    match titel {
        Some(titel) if kind.purpose == Purpose::Voorlichting => format!("{what}: {titel}"),
        Some(titel) => titel,
        None => what,
    }
}

fn place<'a>(file: &'a Listed, known: &[Known]) -> Placed<'a> {
    let (stem, ending) = parts(&file.name);
    // It is named after the file that it stands beside, with more behind that between parentheses.
    let stem = if file.state == State::Beside { stem.rsplit_once(" (").map_or(stem, |(stem, _)| stem) } else { stem };
    let form = FORMS.iter().position(|(known, _)| *known == ending).unwrap_or(FORMS.len());
    let vorm = FORMS.get(form).map_or("Bestand", |(_, name)| name);
    let made = known.iter().enumerate().filter(|_| file.state != State::Foreign);
    let found = made.filter_map(|(number, known)| Some((number, known, known.rest(stem, ending)?)));
    let Some((number, known, rest)) = found.max_by_key(|(_, known, _)| known.stem.len()) else {
        return Placed {
            purpose: None,
            document: (usize::MAX, file.name.clone()),
            rank: (form, 0),
            titel: shown(&file.name),
            vorm: vorm.to_owned(),
            file,
        };
    };
    let (part, paper) = known.paper(rest);
    Placed {
        purpose: Some(known.purpose),
        document: (number, part.to_owned()),
        rank: (form, paper.map_or(0, |paper| paper + 1)),
        titel: if part.is_empty() { known.titel.clone() } else { format!("{} ({})", known.titel, shown(part)) },
        vorm: match paper {
            Some(paper) => format!("{vorm} {}", known.papers[paper].name().to_uppercase()),
            None => vorm.to_owned(),
        },
        file,
    }
}

impl Known {
    /// What comes behind its own name in that of a file, without the hyphen between them; nothing when the file is not
    /// one of its.
    fn rest<'n>(&self, stem: &'n str, ending: &str) -> Option<&'n str> {
        let fits = match self.ending {
            Some(only) => only == ending,
            None => DOCUMENT_FORMS.contains(&ending),
        };
        match stem.strip_prefix(self.stem.as_str()).filter(|_| fits)? {
            "" => Some(""),
            rest => rest.strip_prefix('-'),
        }
    }

    /// The same without the size of paper at its end, and which of the sizes that is.
    fn paper<'n>(&self, rest: &'n str) -> (&'n str, Option<usize>) {
        let (before, last) = rest.rsplit_once('-').unwrap_or(("", rest));
        match self.papers.iter().position(|paper| paper.name() == last) {
            Some(paper) => (before, Some(paper)),
            None => (rest, None),
        }
    }
}

/// A name and its ending, without the dot between them.
fn parts(name: &str) -> (&str, &str) {
    name.rsplit_once('.').unwrap_or((name, ""))
}

/// A name as it is, also where a character in it would turn the reading direction around.
fn shown(name: &str) -> String {
    clean(name).unwrap_or_default().chars().map(|letter| if turns(letter) { '\u{FFFD}' } else { letter }).collect()
}
