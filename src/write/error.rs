//! What can go wrong while writing, in plain Dutch and with the way out.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::inside::Misplaced;
use super::lock::Holder;

/// A write that did not happen. Nothing that was there has changed.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The machine refused.
    #[error("‘{}’ kan niet worden geschreven: {}", path.display(), cause(source))]
    Io { path: PathBuf, source: io::Error },
    /// The folder for something new holds something already.
    #[error("de map ‘{}’ is niet leeg; daar staat al {}", path.display(), found.join(", "))]
    Occupied { path: PathBuf, found: Vec<String> },
    /// There is a file where a folder should come.
    #[error("‘{}’ is een bestand, geen map", path.display())]
    NotAFolder { path: PathBuf },
    /// The name of a file would lead out of its folder, or cannot exist everywhere.
    #[error("‘{name}’ kan niet als bestandsnaam")]
    Name { name: String },
    /// A link leads out of the folder, or there is no file where one should be.
    #[error("‘{}’ {why}", path.display())]
    Misplaced { path: PathBuf, why: Misplaced },
    /// Another run of wep is writing in this folder, and went on doing so.
    #[error("in de map ‘{}’ is een andere opdracht van wep bezig{}", path.display(), known(holder))]
    Busy { path: PathBuf, holder: Option<Holder> },
    /// Word or LibreOffice has the file open, or left its mark there.
    #[error("‘{}’ is nog open in {program}", path.display())]
    Open { path: PathBuf, program: &'static str, mark: String },
    /// The content could not be put into words. Only a mistake in wep itself leads here.
    #[error("de inhoud van ‘{name}’ kan niet worden opgeschreven: dit is een fout in wep")]
    Content { name: String },
}

impl WriteError {
    /// Turns an error of the system into one that names the path.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
        let path = path.to_owned();
        move |source| WriteError::Io { path, source }
    }

    /// The way out, in one or two sentences.
    pub fn help(&self) -> String {
        let help = match self {
            WriteError::Io { source, .. } => way_out(source),
            WriteError::Occupied { .. } => "Kies een andere map, of een map die nog leeg is.",
            WriteError::NotAFolder { .. } => "Kies een andere naam voor de map.",
            WriteError::Misplaced { why, .. } => why.help(),
            WriteError::Name { .. } => "Gebruik letters, cijfers en streepjes.",
            WriteError::Content { .. } => "Meld dit bij de makers van wep.",
            WriteError::Busy { .. } => "Wacht tot die klaar is, of stop haar, en probeer het opnieuw.",
            WriteError::Open { program, mark, .. } => {
                return format!(
                    "Sluit het bestand in {program} en probeer het opnieuw. Is het daar niet open? Haal dan ‘{mark}’ weg."
                );
            }
        };
        help.to_owned()
    }

    /// The same, of the path that the user knows.
    pub(super) fn about(self, path: &Path) -> WriteError {
        match self {
            WriteError::Io { source, .. } => WriteError::Io { path: path.to_owned(), source },
            other => other,
        }
    }

    /// Something would have been lost, so nothing was done.
    pub fn would_lose(&self) -> bool {
        matches!(self, WriteError::Occupied { .. } | WriteError::NotAFolder { .. })
    }
}

fn known(holder: &Option<Holder>) -> String {
    holder.as_ref().map(|holder| format!(" ({}, proces {})", holder.command, holder.process)).unwrap_or_default()
}

/// Windows refuses a file that another program, such as Word, holds open.
fn held_open(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

fn cause(error: &io::Error) -> String {
    if held_open(error) {
        return "een ander programma heeft het bestand open".to_owned();
    }
    // Windows says the same of a file that another program keeps open and of one that nobody may write.
    if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied {
        return "u heeft daar geen rechten voor, of een ander programma heeft het bestand open".to_owned();
    }
    match error.kind() {
        ErrorKind::PermissionDenied => "u heeft daar geen rechten voor".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "de schijf is vol".to_owned(),
        ErrorKind::FileTooLarge => "het bestand is te groot voor deze schijf".to_owned(),
        ErrorKind::InvalidFilename => "het pad is te lang of de naam kan niet".to_owned(),
        ErrorKind::NotFound => "de map bestaat niet".to_owned(),
        ErrorKind::AlreadyExists => "daar staat al een bestand dat zo heet".to_owned(),
        ErrorKind::IsADirectory => "het is een map".to_owned(),
        ErrorKind::NotADirectory => "een deel van het pad is geen map".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen-lezen".to_owned(),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "het bestand is in gebruik".to_owned(),
        _ => match error.raw_os_error() {
            Some(number) => format!("het systeem weigert (code {number})"),
            None => "het systeem weigert".to_owned(),
        },
    }
}

fn way_out(error: &io::Error) -> &'static str {
    if held_open(error) {
        return "Sluit het bestand, bijvoorbeeld in Word, en probeer het opnieuw.";
    }
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "Kies een map waarin u mag schrijven, of haal ‘alleen-lezen’ van het bestand af."
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "Maak ruimte op de schijf en probeer het opnieuw."
        }
        ErrorKind::InvalidFilename => "Kies een kortere naam of een map met een korter pad.",
        ErrorKind::IsADirectory => "Kies een andere naam, of hernoem de map die er staat.",
        _ => "Kijk of de map bestaat en of u er mag schrijven, en probeer het opnieuw.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_causes_are_dutch_and_name_the_path() {
        for kind in [
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
            ErrorKind::InvalidFilename,
            ErrorKind::NotFound,
            ErrorKind::IsADirectory,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::Other,
        ] {
            let error = WriteError::Io { path: "uitvoer/a.docx".into(), source: io::Error::new(kind, "no such luck") };
            let text = error.to_string();
            assert!(text.starts_with("‘uitvoer/a.docx’ kan niet worden geschreven: "), "{text}");
            assert!(!text.contains("luck") && !error.help().is_empty(), "{text}");
        }
    }
}
