//! A zip file of which the same parts give the same bytes: what a Word document and a data package are.

mod compressed;

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A part of fewer bytes is stored as it is: getting ready to compress it takes as long as compressing a hundred thousand.
const SMALL: usize = 2_000;

/// A zip file in the making.
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Archive {
    fn default() -> Archive {
        Archive(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Archive {
    /// Puts a part in it, behind those that are there. No part has a time.
    ///
    /// # Errors
    /// When it becomes too large, or the name is there already.
    pub fn add(&mut self, name: &str, content: &[u8]) -> ZipResult<()> {
        match compressed(name, content) {
            Some(part) => self.add_packed(&part),
            None => self.store(name, content),
        }
    }

    /// Puts a part in it that was compressed before: the same as [`Archive::add`].
    ///
    /// # Errors
    /// As there.
    pub fn add_packed(&mut self, part: &Packed) -> ZipResult<()> {
        let mut alone = ZipArchive::new(Cursor::new(part.0.as_slice()))?;
        self.0.raw_copy_file(alone.by_index_raw(0)?)
    }

    /// The bytes of the whole.
    ///
    /// # Errors
    /// When it has become too large.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }

    fn store(&mut self, name: &str, content: &[u8]) -> ZipResult<()> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.0.start_file(name, options.last_modified_time(DateTime::DEFAULT))?;
        self.0.write_all(content)?;
        Ok(())
    }
}

/// A part that becomes smaller, by enough to be worth it. A PNG is as small as it gets.
fn compressed(name: &str, content: &[u8]) -> Option<Packed> {
    let shrinks = content.len() >= SMALL && !name.ends_with(".png");
    shrinks.then(|| compressed::alone(name, content)).flatten().map(Packed)
}

/// A part that goes into more than one zip, compressed once: a zip with nothing else in it.
pub struct Packed(Vec<u8>);

impl Packed {
    /// This part, as [`Archive::add`] takes it.
    ///
    /// # Errors
    /// When it is too large.
    pub fn of(name: &str, content: &[u8]) -> ZipResult<Packed> {
        if let Some(part) = compressed(name, content) {
            return Ok(part);
        }
        let mut alone = Archive::default();
        alone.store(name, content)?;
        Ok(Packed(alone.finish()?))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_was_packed_before_gives_the_same_bytes() {
        let parts =
            [("klein.xml", "<a/>".to_owned()), ("één.xml", "<b>woord</b>".repeat(900)), ("c.png", "x".repeat(9_000))];
        let (mut once, mut twice) = (Archive::default(), Archive::default());
        for (name, content) in &parts {
            once.add(name, content.as_bytes()).unwrap();
            twice.add_packed(&Packed::of(name, content.as_bytes()).unwrap()).unwrap();
        }
        let once = once.finish().unwrap();
        assert!(once == twice.finish().unwrap());
        let mut read = ZipArchive::new(Cursor::new(once)).unwrap();
        for (name, content) in &parts {
            let mut found = String::new();
            read.by_name(name).unwrap().read_to_string(&mut found).unwrap();
            assert!(found == *content, "{name}");
        }
    }

    #[test]
    fn a_name_stands_there_once() {
        let mut archive = Archive::default();
        let content = "woord ".repeat(SMALL);
        archive.add("a.xml", content.as_bytes()).unwrap();
        assert!(archive.add("a.xml", content.as_bytes()).is_err());
    }
}
