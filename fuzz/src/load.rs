//! Loading: any bytes as any file of a gemeente.

use wep::edit::project::{value_of, with_value};
use wep::model::Project;

use super::part::{PARTS, report};

/// The first byte chooses the file, the rest is what stands in it.
pub fn load(data: &[u8]) {
    let Some((first, content)) = data.split_first() else { return };
    let part = PARTS[usize::from(*first) % PARTS.len()];
    let mut project = Project::default();
    let (found, source) = part.read(content, &mut project);
    let mut again = Project::default();
    assert_eq!(part.read(content, &mut again).0, found, "the same bytes, the same findings");
    assert!(project == again, "the same bytes, the same model");

    let text = source.text().to_owned();
    report(&found, source);
    if found.iter().any(|finding| finding.code.is_about_participant()) {
        assert!(found.iter().all(|finding| finding.code.is_about_participant()), "{found:?}");
        assert!(project == Project::default(), "nothing of a file about a participant is read");
    }
    // What is in the model can be said in JSON, and means the same there.
    let value = value_of(&project, part.file);
    let back = with_value(&Project::default(), part.file, value).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert!(back == project, "{text}");
}
