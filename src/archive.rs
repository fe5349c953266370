//! A zip file of which the same parts give the same bytes: what a Word document and a data package are.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

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

    /// The bytes of the whole.
    ///
    /// # Errors
    /// When it has become too large.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}
