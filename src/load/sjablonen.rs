//! The folder `sjablonen`: the templates of a gemeente's own, as text, with what stands above them taken apart. Whether
//! they are right shows when a document is made of them.

use std::fs;
use std::path::Path;

use super::{Code, Finding, LoadError, Parsed, Place, Room, Source, encoding, guard, regular, whole_file};
use crate::model::sjabloon::{ENDING, FOLDER, PARTS};
use crate::model::{Sjablonen, Sjabloon, SjabloonKop};
use crate::privacy;
use crate::write::folder::is_system_file;
use crate::write::name::is_aside;

/// More templates, and longer ones, nobody writes by hand. The rest is told and left out.
const MOST: usize = 200;
const MAX_BYTES: usize = 500_000;

/// What stands alone on the line above and below the head.
const DASHES: &str = "---";

/// What the folder holds.
#[derive(Default)]
pub(super) struct Found {
    pub sjablonen: Sjablonen,
    pub findings: Vec<Finding>,
    pub sources: Vec<Source>,
}

/// Reads the templates of the gemeente in this folder.
///
/// # Errors
/// When one of them is no file, leads out of the folder, or cannot be read.
pub(super) fn read(home: &Path) -> Result<Found, LoadError> {
    let mut found = Found::default();
    for (folder, deel) in [(FOLDER.to_owned(), false), (format!("{FOLDER}/{PARTS}"), true)] {
        for name in names(&home.join(&folder), deel) {
            found.add(home, &format!("{folder}/{name}"), &name, deel)?;
        }
    }
    Ok(found)
}

/// What a person sees in this folder, sorted.
fn names(folder: &Path, deel: bool) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| {
        !name.starts_with(['.', '~']) && !is_system_file(name) && !is_aside(name) && (deel || name != PARTS)
    });
    names.sort();
    names
}

impl Found {
    fn add(&mut self, home: &Path, shown: &str, name: &str, deel: bool) -> Result<(), LoadError> {
        let naam = match named(name) {
            Ok(naam) => naam,
            Err(better) => {
                let message = format!("‘{}’ gebruikt wep niet: zo kan een sjabloon niet heten", privacy::masked(shown));
                self.findings.push(whole_file(Code::TemplateName, FOLDER, message).help(better));
                return Ok(());
            }
        };
        if self.sjablonen.0.len() >= MOST {
            let message = format!("er zijn meer dan {MOST} sjablonen; de rest gebruikt wep niet");
            if !self.findings.iter().any(|finding| finding.message == message) {
                self.findings
                    .push(whole_file(Code::TemplateName, FOLDER, message).help("haal weg wat u niet gebruikt"));
            }
            return Ok(());
        }
        let path = home.join(shown);
        let Some(bytes) = regular::up_to(home, &path, MAX_BYTES + 1)? else { return Ok(()) };
        if bytes.len() > MAX_BYTES {
            return Err(LoadError::TooLarge { path });
        }
        // A finding names its file by a text that lasts.
        let file: &'static str = Box::leak(shown.to_owned().into_boxed_str());
        let encoding::Decoded { text, mut findings, readable } = encoding::decode(file, bytes);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if let Some(refused) = guard::look(file, &text, None) {
            self.findings.extend(refused.findings);
            self.sources.push(Source::new(file, refused.text).with_path(path));
            return Ok(());
        }
        let (kop, kop_bytes, about) = head(file, &text);
        findings.extend(about);
        self.findings.extend(findings);
        self.sources.push(Source::new(file, text.clone()).with_path(path));
        if readable {
            self.sjablonen.0.push(Sjabloon { naam, deel, tekst: text, kop, kop_bytes });
        }
        Ok(())
    }
}

/// The name of the template in this file, or how the file could be called.
fn named(name: &str) -> Result<String, String> {
    let fits = |stem: &str| {
        !stem.is_empty()
            && stem.len() <= 60
            && stem.split('-').all(|part| !part.is_empty() && part.bytes().all(is_plain))
    };
    let stem = name.strip_suffix(ENDING).filter(|stem| fits(stem));
    stem.map(str::to_owned).ok_or_else(|| {
        let lower = name.to_lowercase();
        let stem = lower.split('.').next().unwrap_or_default();
        let plain: String =
            stem.chars().map(|char| if is_plain(char as u8) && char.is_ascii() { char } else { '-' }).collect();
        let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
        match parts.join("-") {
            better if fits(&better) => format!("geef het bestand de naam {better}{ENDING}"),
            _ => format!("gebruik kleine letters, cijfers en streepjes, en laat de naam eindigen op {ENDING}"),
        }
    })
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// What stands above a template, how many bytes that takes, and what there is to say about it.
fn head(file: &'static str, text: &str) -> (SjabloonKop, usize, Vec<Finding>) {
    let nothing = (SjabloonKop::default(), 0, Vec::new());
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == DASHES) else { return nothing };
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == DASHES {
            let (kop, findings, _) = Parsed::of(file, text.as_bytes()[..at].to_vec(), &mut Room::default()).read();
            return (kop, at + line.len(), findings);
        }
        at += line.len();
    }
    let message = "boven dit sjabloon begint een kop, maar die eindigt niet";
    let finding = Finding::placed(Code::Syntax, file, Place::Bytes(0..DASHES.len()), message);
    (SjabloonKop::default(), 0, vec![finding.help("zet onder de kop een regel met drie streepjes: ---")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_cannot_be_comes_with_one_that_can() {
        assert_eq!(named("brief-2.md.hbs"), Ok("brief-2".to_owned()));
        for (name, better) in [
            ("Brief aan bewoners.md.hbs", "geef het bestand de naam brief-aan-bewoners.md.hbs"),
            ("convenant.md.hbs.txt", "geef het bestand de naam convenant.md.hbs"),
            ("convenant.md", "geef het bestand de naam convenant.md.hbs"),
            ("één.md.hbs", "geef het bestand de naam n.md.hbs"),
            ("….md.hbs", "gebruik kleine letters, cijfers en streepjes, en laat de naam eindigen op .md.hbs"),
        ] {
            assert_eq!(named(name), Err(better.to_owned()), "{name}");
        }
    }

    #[test]
    fn a_head_is_read_with_places_in_the_whole_file() {
        let text = "---\ntitel: Brief\ngegevns: convenant\n---\nTekst\n";
        let (kop, bytes, findings) = head("sjablonen/brief.md.hbs", text);
        assert_eq!((kop.titel.as_deref(), &text[bytes..]), (Some("Brief"), "Tekst\n"));
        let [finding] = &findings[..] else { panic!("{findings:?}") };
        assert_eq!((finding.help.as_str(), &finding.place), ("bedoelde u ‘gegevens’?", &Place::Bytes(17..24)));
        let (_, bytes, findings) = head("sjablonen/brief.md.hbs", "---\ntitel: x\n");
        assert_eq!((bytes, findings.len()), (0, 1));
        assert_eq!(head("sjablonen/brief.md.hbs", "tekst\n---\n").1, 0);
    }
}
