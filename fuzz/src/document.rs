//! Everything that comes of one file of a gemeente, the others being those of the example: the checks, a document, its
//! attachments and the calendars.

use wep::check::check;
use wep::document::{Attachment, FEEDS, KINDS};
use wep::ics::write;
use wep::render::{render_workbook, text};

use super::inert;
use super::part::{PARTS, is_broken, report, veldrijk};

/// The first byte chooses the file, the second the document, the rest is what stands in the file.
pub fn document(data: &[u8]) {
    let [first, second, content @ ..] = data else { return };
    let part = PARTS[usize::from(*first) % PARTS.len()];
    let mut project = veldrijk().clone();
    let (mut found, source) = part.read(content, &mut project);
    // Of a file that could not be read nothing else is said.
    if found.iter().any(|finding| finding.hides_its_file()) {
        return;
    }
    let checked = check(&project);
    assert_eq!(checked, check(&project));
    found.extend(checked);
    report(&found, source);
    if is_broken(&found) {
        return;
    }
    // Nothing that stands in the data makes a template go wrong.
    let kind = &KINDS[usize::from(*second) % KINDS.len()];
    for (_, document) in kind.documents(&project).unwrap_or_else(|error| panic!("{}: {error}", kind.slug)) {
        let shown = text::render(&document, 80);
        assert!(!shown.contains(|sign: char| sign.is_control() && sign != '\n'), "{shown:?}");
    }
    for extra in kind.extras {
        let Attachment::Workbook(workbook) = (extra.compose)(&project);
        inert::package(&render_workbook(&workbook).expect("a workbook").bytes);
    }
    for feed in FEEDS {
        let calendar = (feed.compose)(&project);
        let file = write(&calendar, "");
        assert!(
            file.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(char::is_control)),
            "{file}"
        );
        assert_eq!(write(&calendar, &file), file);
    }
}
