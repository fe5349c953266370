//! The names of files in the folder for documents: which can be, and what stands beside a document is called.

use super::WriteError;

/// A name stays inside the folder, means the same on every system, and is not that of the record.
///
/// # Errors
/// When it does not.
pub fn check(name: &str) -> Result<(), WriteError> {
    let odd = |char: char| char.is_control() || "/\\:*?\"<>|".contains(char);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let device = matches!(stem.trim_end(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || (stem.chars().count() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(char::is_numeric));
    let refused =
        name.is_empty() || name.starts_with('.') || name.ends_with(['.', ' ']) || name.contains(odd) || device;
    if refused { Err(WriteError::Name { name: name.to_owned() }) } else { Ok(()) }
}

/// The version of a person that was replaced: `convenant.docx` → `convenant.bewaard-1.docx`.
pub fn kept(name: &str, number: usize) -> String {
    with(name, &format!(".bewaard-{number}"))
}

/// What is new, beside the version of a person: `convenant.docx` → `convenant (nieuw van wep).docx`.
pub fn beside(name: &str, number: usize) -> String {
    match number {
        1 => with(name, BESIDE),
        more => with(name, &format!("{} {more})", BESIDE.trim_end_matches(')'))),
    }
}

const BESIDE: &str = " (nieuw van wep)";

fn with(name: &str, added: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}{added}.{extension}"),
        _ => format!("{name}{added}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_a_document_is_found_next_to_it() {
        assert_eq!(kept("convenant.docx", 1), "convenant.bewaard-1.docx");
        assert_eq!(beside("convenant.docx", 1), "convenant (nieuw van wep).docx");
        assert_eq!(beside("convenant.docx", 2), "convenant (nieuw van wep 2).docx");
        assert_eq!(beside("LEESMIJ", 1), "LEESMIJ (nieuw van wep)");
        assert!(check(&beside("convenant.docx", 2)).is_ok());
    }

    #[test]
    fn a_name_that_some_system_cannot_have_or_reads_in_another_way_is_refused() {
        let devices =
            ["CON", "con.md", "Aux.docx", "nul", "prn.tar.gz", "COM1.pdf", "lpt9", "COM¹.txt", "CON .md", "CONIN$"];
        let ends = ["convenant.", "convenant ", "convenant.docx ", "."];
        let signs =
            ["a/b", r"a\b", "C:a", r"C:\a.md", "a*", "a?", "a\"b", "<a>", "a|b", "a\u{7}b", "a\nb", "", ".wep", ".."];
        for name in devices.iter().chain(&ends).chain(&signs) {
            assert!(check(name).is_err(), "{name:?}");
        }
        for name in ["convenant.docx", "console.md", "aux-1.md", "com.md", "com10.md", "lpt.md", "één – twee (3).pdf"]
        {
            assert!(check(name).is_ok(), "{name:?}");
        }
    }
}
