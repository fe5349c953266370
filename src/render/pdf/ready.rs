//! What takes time for the first PDF of a run, whatever stands in it: typefaces to read, what typst knows to begin with,
//! templates to take apart. A processor that has nothing else to do can do it while the document is still to be composed.

use super::glyphs::Glyphs;
use super::{PdfError, sheet, world};
use crate::tree::{Document, Meta};

/// Sets a page that nobody sees. No document depends on it; the first one takes less time after it.
pub fn get_ready() {
    let _ = set();
}

/// With more than a title on it, it would not be ready when the document is.
fn set() -> Result<(), PdfError> {
    let page = Document { meta: Meta { title: "Aa".to_owned(), ..Meta::default() }, body: Vec::new() };
    let house = serde_json::to_vec(&sheet::house(&page.meta))?;
    let sheet = sheet::of(&page, &mut Glyphs::new(page.meta.theme.face));
    world::set_ahead(house, sheet::with_body(&sheet, &[]), &page.meta)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_that_nobody_sees_can_be_set() {
        assert!(set().is_ok(), "{:?}", set());
    }
}
