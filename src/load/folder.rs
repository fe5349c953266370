//! Reading the folder of a gemeente: every file of it, and what is missing.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::ahead::{self, Ahead};
use super::{LoadError, MAX_BYTES, Room, Sources, logo, read_within, regular, sjablonen, stray, whole_file};
use crate::check::{Code, Finding};
use crate::model::{Logo, Project, Sjablonen, Wep, file};

/// What a folder holds: the model, and all there is to say about the files.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub project: Project,
    pub findings: Vec<Finding>,
    pub sources: Sources,
}

/// Reads the folder of a gemeente.
pub fn load(folder: &Path) -> Result<Loaded, LoadError> {
    check_folder(folder)?;
    let (findings, sources, room) = (Vec::new(), Sources::default(), Room::default());
    let mut reader = FolderReader { folder, findings, sources, room, ahead: ahead::of(folder) };
    let wep: Wep = reader.read(file::WEP)?;
    let logo = reader.logo(&wep);
    let project = Project {
        wep,
        organisaties: reader.read(file::ORGANISATIES)?,
        team: reader.read(file::TEAM)?,
        convenant: reader.read(file::CONVENANT)?,
        plan_van_aanpak: reader.read(file::PLAN_VAN_AANPAK)?,
        overleg: reader.read(file::OVERLEG)?,
        locaties: reader.read(file::LOCATIES)?,
        begroting: reader.read(file::BEGROTING)?,
        startbijeenkomst: reader.read(file::STARTBIJEENKOMST)?,
        activiteiten: reader.read(file::ACTIVITEITEN)?,
        training: reader.read(file::TRAINING)?,
        toeleiding: reader.read(file::TOELEIDING)?,
        voorlichting: reader.read(file::VOORLICHTING)?,
        voortgang: reader.read(file::VOORTGANG)?,
        logo,
        sjablonen: reader.sjablonen()?,
    };
    reader.look_at_others(&project.wep);
    Ok(Loaded { project, findings: reader.findings, sources: reader.sources })
}

/// The model of a gemeente whose files are at hand: `content` gives the bytes of each by its name. What is wrong in one is
/// left out without a word.
pub fn project_of<'a>(content: impl Fn(&str) -> &'a [u8]) -> Project {
    fn of<'a, T: DeserializeOwned + Default>(content: &impl Fn(&str) -> &'a [u8], name: &'static str) -> T {
        super::read_str(name, content(name)).0
    }
    Project {
        wep: of(&content, file::WEP),
        organisaties: of(&content, file::ORGANISATIES),
        team: of(&content, file::TEAM),
        convenant: of(&content, file::CONVENANT),
        plan_van_aanpak: of(&content, file::PLAN_VAN_AANPAK),
        overleg: of(&content, file::OVERLEG),
        locaties: of(&content, file::LOCATIES),
        begroting: of(&content, file::BEGROTING),
        startbijeenkomst: of(&content, file::STARTBIJEENKOMST),
        activiteiten: of(&content, file::ACTIVITEITEN),
        training: of(&content, file::TRAINING),
        toeleiding: of(&content, file::TOELEIDING),
        voorlichting: of(&content, file::VOORLICHTING),
        voortgang: of(&content, file::VOORTGANG),
        ..Project::default()
    }
}

/// The nearest folder, from `start` upwards, that has a wep.yaml, whatever that is: what is wrong with it is told when it
/// is read.
pub fn find_folder(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    start.ancestors().find(|folder| folder.join(file::WEP).symlink_metadata().is_ok()).map(Path::to_path_buf)
}

fn check_folder(folder: &Path) -> Result<(), LoadError> {
    match fs::metadata(folder) {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Ok(_) => Err(LoadError::NotAFolder { path: folder.to_path_buf() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(LoadError::FolderMissing { path: folder.to_path_buf() })
        }
        Err(error) => Err(LoadError::from_io(folder, &error)),
    }
}

struct FolderReader<'a> {
    folder: &'a Path,
    findings: Vec<Finding>,
    sources: Sources,
    room: Room,
    ahead: BTreeMap<&'static str, Ahead>,
}

impl FolderReader<'_> {
    fn read<T: DeserializeOwned + Default>(&mut self, name: &'static str) -> Result<T, LoadError> {
        let path = self.folder.join(name);
        let (model, findings, source) = match self.ahead.remove(name) {
            Some(Ahead { parsed, takes }) if self.room.take(&takes) => parsed.read(),
            _ => {
                let Some(content) = regular::up_to(self.folder, &path, MAX_BYTES + 1)? else {
                    self.findings.push(self.missing(name));
                    return Ok(T::default());
                };
                read_within(name, content, &mut self.room)
            }
        };
        self.findings.extend(findings);
        self.sources.add(source.with_path(path));
        Ok(model)
    }

    fn logo(&mut self, wep: &Wep) -> Option<Logo> {
        let name = wep.huisstijl.logo.as_deref().filter(|name| !name.trim().is_empty())?;
        match logo::read(self.folder, name) {
            Ok(logo) => Some(logo),
            Err(finding) => {
                self.findings.push(*finding);
                None
            }
        }
    }

    fn sjablonen(&mut self) -> Result<Sjablonen, LoadError> {
        let found = sjablonen::read(self.folder)?;
        self.findings.extend(found.findings);
        found.sources.into_iter().for_each(|source| self.sources.add(source));
        Ok(found.sjablonen)
    }

    /// Other YAML is not read, but must not hold anything about participants. Where something does, there is nothing else to
    /// say: a message about another file could quote what it says.
    fn look_at_others(&mut self, wep: &Wep) {
        let output = self
            .folder
            .join(wep.uitvoer.map.as_deref().map(str::trim).filter(|map| !map.is_empty()).unwrap_or("uitvoer"));
        for (findings, source) in stray::look(self.folder, &output) {
            self.findings.extend(findings);
            self.sources.add(source);
        }
        if self.findings.iter().any(|finding| finding.code.is_about_participant()) {
            self.findings.retain(|finding| finding.code.is_about_participant());
        }
    }

    /// Only wep.yaml has to be there; every other file can come later.
    fn missing(&self, name: &'static str) -> Finding {
        let other = name.replace(".yaml", ".yml");
        let (code, message, help) = match name {
            file::WEP => (Code::FileMissing, format!("{name} ontbreekt"), "maak de map met ‘wep init’"),
            _ => (Code::FileEmpty, format!("{name} is er nog niet"), ""),
        };
        if self.folder.join(&other).is_file() {
            return whole_file(code, name, message).help(format!("er staat wel een {other}; geef dat de naam {name}"));
        }
        whole_file(code, name, message).help(help)
    }
}
