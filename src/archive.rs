//! A zip file of which the same parts give the same bytes: what a Word document and a data package are.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A part of fewer bytes is stored as it is: getting ready to compress it takes as long as compressing a hundred thousand.
const SMALL: usize = 2_000;

/// How hard it tries, from 1 to 9: a file is one part in twenty-five larger than at 6, and takes half as long to compress.
const LEVEL: i64 = 2;

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
        // A PNG is as small as it gets.
        let stored = content.len() < SMALL || name.ends_with(".png");
        let (method, level) = match stored {
            true => (CompressionMethod::Stored, None),
            false => (CompressionMethod::Deflated, Some(LEVEL)),
        };
        let options = SimpleFileOptions::default().compression_method(method).compression_level(level);
        self.0.start_file(name, options.last_modified_time(DateTime::DEFAULT))?;
        self.0.write_all(content)?;
        Ok(())
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
}

/// A part that goes into more than one zip, compressed once.
pub struct Packed(Vec<u8>);

impl Packed {
    /// This part, as [`Archive::add`] takes it.
    ///
    /// # Errors
    /// When it is too large.
    pub fn of(name: &str, content: &[u8]) -> ZipResult<Packed> {
        let mut alone = Archive::default();
        alone.add(name, content)?;
        Ok(Packed(alone.finish()?))
    }
}

#[cfg(test)]
mod tests {
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
        assert!(once.finish().unwrap() == twice.finish().unwrap());
    }
}
