//! Whether a document is open in another program, by the mark that the program puts beside it.

use std::path::Path;

use super::WriteError;

/// Nobody has the file open in Word, Excel or LibreOffice, as far as can be seen. Windows refuses to replace an open file
/// by itself; elsewhere the program would later put its own version over ours.
///
/// # Errors
/// When there is such a mark.
pub(super) fn check(folder: &Path, name: &str) -> Result<(), WriteError> {
    let there = |(program, mark): (&'static str, String)| {
        folder.join(&mark).symlink_metadata().is_ok().then(|| WriteError::Open {
            path: folder.join(name),
            program,
            mark,
        })
    };
    marks(name).into_iter().find_map(there).map_or(Ok(()), Err)
}

/// The names of the marks: LibreOffice locks any document; Office gives its owner file the name of the document behind
/// `~$`, for which Word makes room when the name has more than six letters, of one letter or two.
fn marks(name: &str) -> Vec<(&'static str, String)> {
    let mut marks = vec![("LibreOffice", format!(".~lock.{name}#"))];
    match name.rsplit_once('.') {
        Some((stem, "docx")) => {
            let room = stem.chars().count().saturating_sub(6).min(2);
            marks.push(("Word", format!("~${}", name.chars().skip(room).collect::<String>())));
        }
        Some((_, "xlsx" | "csv")) => marks.push(("Excel", format!("~${name}"))),
        _ => {}
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_word_and_of_libreoffice_is_seen() {
        let base = tempfile::tempdir().unwrap();
        assert!(check(base.path(), "convenant.docx").is_ok());
        for (mark, program) in [("~$nvenant.docx", "Word"), (".~lock.convenant.docx#", "LibreOffice")] {
            std::fs::write(base.path().join(mark), "x").unwrap();
            let error = check(base.path(), "convenant.docx").unwrap_err();
            assert!(error.to_string().ends_with(&format!("convenant.docx’ is nog open in {program}")), "{error}");
            assert!(error.help().contains(mark), "{}", error.help());
            std::fs::remove_file(base.path().join(mark)).unwrap();
        }
        let last = |name: &str| marks(name).pop().unwrap_or_default().1;
        assert_eq!(
            ["a.md", "folder.docx", "folders.docx", "begroting.xlsx"].map(last),
            [".~lock.a.md#", "~$folder.docx", "~$olders.docx", "~$begroting.xlsx"]
        );
    }
}
